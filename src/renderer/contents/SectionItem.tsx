import { ChevronRight } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button as AriaButton, TreeItem, TreeItemContent } from 'react-aria-components';
import { useText } from '../messages/intl.tsx';
import { useReader } from '../state/reader.ts';
import { Icon } from '../ui/Icon.tsx';
import type { Section } from './headings.ts';
import { contentsChosen } from './open.ts';

/** Takes the reader to a heading of the open text. @param focus whether the reader takes the focus */
export function showSection({ heading: { start, end } }: Section, focus: boolean): void {
  const { reading, goTo } = useReader.getState();
  if (reading === null) return;
  goTo({ documentId: reading.documentId, start, end, align: 'start', focus });
  contentsChosen();
}

/** A heading, with the page that it stands on, and those below it. A press or Enter goes there. */
export function SectionItem({
  section,
  page,
  children,
}: {
  section: Section;
  /** What is printed on its page as its number; null for a text without pages. */
  page: string | null;
  children: ReactNode;
}) {
  const t = useText();
  const { text } = section.heading;
  return (
    <TreeItem
      id={section.id}
      textValue={text}
      aria-label={page === null ? text : t('contents.heading', { text, page })}
      className={section.heading.level === 1 ? 'tree-row ct-heading first' : 'tree-row ct-heading'}
      onPress={({ pointerType }) =>
        showSection(section, pointerType === 'keyboard' || pointerType === 'virtual')
      }
    >
      <TreeItemContent>
        <div className="in">
          <AriaButton slot="chevron" className="tw">
            <Icon of={ChevronRight} size={12} />
          </AriaButton>
          <bdi className="grow ct-words" title={text}>
            {text}
          </bdi>
          {page === null ? null : <bdi className="c">{page}</bdi>}
        </div>
      </TreeItemContent>
      {children}
    </TreeItem>
  );
}
