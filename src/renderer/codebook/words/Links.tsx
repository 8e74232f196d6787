import { X } from 'lucide-react';
import { useState } from 'react';
import { Button as AriaButton } from 'react-aria-components';
import { type CodeLink, LINK_KINDS, type LinkKind } from '../../../contract/code-edits.ts';
import type { CodeRow } from '../../../contract/codes.ts';
import { write } from '../../client/query.ts';
import { api } from '../../client/shell.ts';
import { useText } from '../../messages/intl.tsx';
import { useCodebook } from '../../reader/useCodebook.ts';
import { useWorkspace } from '../../state/workspace.ts';
import { Button } from '../../ui/Button.tsx';
import { Actions, Dialog } from '../../ui/Dialog.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { Segments } from '../../ui/Segments.tsx';
import { CodeList, CodeName } from '../edit/CodeList.tsx';

/** Asks which code, and how the two have to do with each other. */
function LinkDialog({
  code,
  codes,
  links,
  onChoose,
  onClose,
}: {
  code: CodeRow;
  codes: readonly CodeRow[];
  links: readonly CodeLink[];
  onChoose: (link: CodeLink) => void;
  onClose: () => void;
}) {
  const t = useText();
  const [kind, setKind] = useState<LinkKind>('see_also');
  const linked = new Set(links.filter((link) => link.kind === kind).map(({ other }) => other));
  return (
    <Dialog title={t('code.links.title', { name: code.name })} onClose={onClose}>
      <div className="stack">
        <Segments
          label={t('code.links.kind')}
          options={LINK_KINDS.map((value) => ({ value, label: t(`code.links.${value}`) }))}
          value={kind}
          onChange={setKind}
        />
        <CodeList
          label={t('code.links.find')}
          list={t('code.links.list')}
          codes={codes.filter(({ id }) => id !== code.id && !linked.has(id))}
          onChoose={(other) => {
            onClose();
            if (other !== null) onChoose({ kind, other: other.id });
          }}
        />
      </div>
      <Actions>
        <Button look="plain" onPress={onClose}>
          {t('ui.cancel')}
        </Button>
      </Actions>
    </Dialog>
  );
}

/** The codes that a code has to do with; each is a button that goes there. */
export function Links({
  code,
  links,
  isReadOnly,
}: {
  code: CodeRow;
  links: readonly CodeLink[];
  isReadOnly: boolean;
}) {
  const t = useText();
  const { codes, byId } = useCodebook();
  const [isAsking, setAsking] = useState(false);
  const set = (next: readonly CodeLink[]) =>
    void write(api.codes.setLinks.mutationOptions(), { code: code.id, links: [...next] });
  return (
    <div className="code-links">
      {LINK_KINDS.map((kind) => {
        const shown = links.filter((link) => link.kind === kind);
        return shown.length === 0 ? null : (
          <div key={kind}>
            <h3 className="small quiet">{t(`code.links.${kind}`)}</h3>
            <ul aria-label={t(`code.links.${kind}`)}>
              {shown.map((link) => {
                const other = byId.get(link.other);
                return other === undefined ? null : (
                  <li key={link.other} className="row">
                    <AriaButton
                      className="in-link grow"
                      onPress={() => useWorkspace.getState().selectCode(other.id)}
                    >
                      <CodeName code={other} />
                    </AriaButton>
                    {isReadOnly ? null : (
                      <IconButton
                        icon={X}
                        label={t('code.links.remove', { name: other.name })}
                        onPress={() => set(links.filter((each) => each !== link))}
                      />
                    )}
                  </li>
                );
              })}
            </ul>
          </div>
        );
      })}
      {isReadOnly ? null : (
        <AriaButton className="link" onPress={() => setAsking(true)}>
          {t('code.links.add')}
        </AriaButton>
      )}
      {isAsking ? (
        <LinkDialog
          code={code}
          codes={codes}
          links={links}
          onChoose={(link) => set([...links, link])}
          onClose={() => setAsking(false)}
        />
      ) : null}
    </div>
  );
}
