import type { CodeRow } from '../../../contract/codes.ts';
import { useText } from '../../messages/intl.tsx';
import { Button } from '../../ui/Button.tsx';
import { Actions, Dialog } from '../../ui/Dialog.tsx';
import { focusRow } from '../../ui/InlineEdit.tsx';
import { moveCodes, namesFor } from '../actions.ts';
import { branchOf, topmost } from '../tree.ts';
import { CodeList } from './CodeList.tsx';
import { copyCodes } from './writes.ts';

/**
 * Lets codes be put under any other, by name: what dragging does, without dragging. Copies can go anywhere, also under what
 * they are copied from.
 */
export function MoveDialog({
  kind,
  ids,
  codes,
  onClose,
}: {
  kind: 'move' | 'copy';
  ids: readonly string[];
  codes: readonly CodeRow[];
  onClose: () => void;
}) {
  const t = useText();
  const moved = topmost(codes, ids);
  const branch = branchOf(codes, ...ids);
  const inside = new Set(kind === 'move' ? branch.map(({ id }) => id) : []);
  const close = () => {
    onClose();
    focusRow('codebook', moved[0]?.id ?? '');
  };
  return (
    <Dialog title={t(`codebook.${kind}.title`, namesFor(moved))} onClose={close}>
      {kind === 'move' ? null : (
        <p className="quiet small about">{t('codebook.copy.about', { codes: branch.length })}</p>
      )}
      <CodeList
        label={t('codebook.move.find')}
        list={t('codebook.move.list')}
        codes={codes.filter(({ id }) => !inside.has(id))}
        top={t('codebook.move.top')}
        onChoose={(parent) => {
          close();
          const place = { parentId: parent?.id ?? null, beforeId: null };
          void (kind === 'move' ? moveCodes(moved, place) : copyCodes(moved, place));
        }}
      />
      <Actions>
        <Button look="plain" onPress={close}>
          {t('ui.cancel')}
        </Button>
      </Actions>
    </Dialog>
  );
}
