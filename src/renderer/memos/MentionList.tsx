import { FileText, type LucideIcon, Quote, StickyNote, Tag } from 'lucide-react';
import { type RefObject, useId } from 'react';
import { Popover } from 'react-aria-components';
import { useText } from '../messages/intl.tsx';
import { Icon } from '../ui/Icon.tsx';
import type { Mentionable } from './mention.ts';

const ICONS: Readonly<Record<Mentionable['kind'], LucideIcon>> = {
  document: FileText,
  code: Tag,
  passage: Quote,
  memo: StickyNote,
};

/**
 * What can be mentioned, under the field in which one types. The focus stays in the field; it names the row that is
 * marked by `idOf`.
 */
export function MentionList({
  field,
  id,
  offers,
  marked,
  onTake,
  onClose,
}: {
  field: RefObject<HTMLTextAreaElement | null>;
  id: string;
  offers: readonly Mentionable[];
  /** Number of the marked row, from 0. */
  marked: number;
  onTake: (offer: Mentionable) => void;
  onClose: () => void;
}) {
  const t = useText();
  const label = useId();
  return (
    <Popover
      className="float"
      triggerRef={field}
      isOpen
      isNonModal
      placement="bottom start"
      offset={2}
      aria-labelledby={label}
      onOpenChange={(open) => (open ? undefined : onClose())}
    >
      <span id={label} className="hidden-visually">
        {t('memos.mention')}
      </span>
      <div id={id} role="listbox" aria-labelledby={label} className="mention-list">
        {offers.map((offer, index) => (
          // biome-ignore lint/a11y/useFocusableInteractive: the field keeps the focus and names the marked row
          // biome-ignore lint/a11y/useKeyWithClickEvents: the field takes the keys
          <div
            key={offer.link}
            id={idOf(id, index)}
            role="option"
            aria-selected={index === marked}
            className="mention-row"
            onPointerDown={(event) => event.preventDefault()}
            onClick={() => onTake(offer)}
          >
            <Icon of={ICONS[offer.kind]} />
            <bdi className={offer.kind === 'code' ? 'clip' : 'clip serif'}>{offer.name}</bdi>
            <bdi className="clip faint small">{offer.place}</bdi>
          </div>
        ))}
      </div>
    </Popover>
  );
}

/** The id of a row of the list. */
export const idOf = (list: string, index: number): string => `${list}-${index}`;
