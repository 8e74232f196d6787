import { Autocomplete, Input, ListBox, ListBoxItem, SearchField, useFilter } from 'react-aria-components';
import type { CodeRow } from '../../contract/codes.ts';
import { useText } from '../messages/intl.tsx';
import { Button } from '../ui/Button.tsx';
import { Actions, Dialog } from '../ui/Dialog.tsx';
import { focusRow } from '../ui/InlineEdit.tsx';
import { Swatch } from '../ui/Swatch.tsx';
import { moveCode } from './actions.ts';
import { branchOf } from './tree.ts';

const TOP = 'top';

/** Lets a code be put under any other, by name: what dragging does, without dragging. */
export function MoveDialog({
  code,
  codes,
  onClose,
}: {
  code: CodeRow;
  codes: readonly CodeRow[];
  onClose: () => void;
}) {
  const t = useText();
  const { contains } = useFilter({ sensitivity: 'base' });
  const inside = new Set(branchOf(codes, code.id).map((each) => each.id));
  const parents = codes.filter((each) => !inside.has(each.id));
  const close = () => {
    onClose();
    focusRow('codebook', code.id);
  };
  return (
    <Dialog title={t('codebook.move.title', { name: code.name })} onClose={close}>
      <Autocomplete filter={contains}>
        <SearchField aria-label={t('codebook.move.find')} autoFocus>
          <Input className="field" placeholder={t('codebook.move.find')} />
        </SearchField>
        <ListBox
          aria-label={t('codebook.move.list')}
          className="rows move-list"
          onAction={(key) => {
            close();
            void moveCode(code, { parentId: key === TOP ? null : String(key), beforeId: null });
          }}
          renderEmptyState={() => <p className="quiet none">{t('codebook.move.none')}</p>}
        >
          <ListBoxItem id={TOP} textValue={t('codebook.move.top')} className="tree-row">
            <div className="in">{t('codebook.move.top')}</div>
          </ListBoxItem>
          {parents.map((parent) => (
            <ListBoxItem key={parent.id} id={parent.id} textValue={parent.path} className="tree-row">
              <div className="in">
                <Swatch name={parent.name} colour={parent.colour} grouping={!parent.codable} />
                <bdi className="clip">{parent.path}</bdi>
              </div>
            </ListBoxItem>
          ))}
        </ListBox>
      </Autocomplete>
      <Actions>
        <Button look="plain" onPress={close}>
          {t('ui.cancel')}
        </Button>
      </Actions>
    </Dialog>
  );
}
