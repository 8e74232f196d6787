import { useQuery } from '@tanstack/react-query';
import { Copy } from 'lucide-react';
import { type CompareColumns, QUOTE_SORTS } from '../../contract/compare.ts';
import { api } from '../client/shell.ts';
import { useCoders } from '../margin/useCoders.ts';
import { useText } from '../messages/intl.tsx';
import type { Codebook } from '../reader/useCodebook.ts';
import { Check } from '../ui/Check.tsx';
import { CommandIcon } from '../ui/CommandButton.tsx';
import { MenuButton, type MenuEntry } from '../ui/Menu.tsx';
import { Segments } from '../ui/Segments.tsx';
import { FACES, MEASURES, useComparison } from './view.ts';

/** A row of a setting's menu, checked where it is in force. */
const choice = (id: string, label: string, checked: boolean, run: () => void): MenuEntry => ({
  id,
  label,
  checked,
  run,
});

const set = useComparison.setState;

/** Sorting goes with its column: where others stand, there is none to sort by. */
const compareBy = (columns: CompareColumns) => set({ columns, sorting: null, cursor: { row: 0, column: 0 } });

/** What stands in the columns. */
function ColumnsMenu() {
  const t = useText();
  const { columns } = useComparison();
  const { data: attributes } = useQuery(api.attributes.list.queryOptions());
  const isOf = (id: string) => columns.by === 'attribute' && columns.attribute === id;
  const value =
    columns.by === 'attribute'
      ? (attributes?.find(({ id }) => id === columns.attribute)?.name ?? '')
      : t(`compare.columns.${columns.by}`);
  const kinds = (['case', 'document'] as const).map((by) =>
    choice(by, t(`compare.columns.${by}`), columns.by === by, () => compareBy({ by })),
  );
  const groups = (attributes ?? []).map(({ id, name }) =>
    choice(id, name, isOf(id), () => compareBy({ by: 'attribute', attribute: id })),
  );
  return <MenuButton label={t('compare.columns')} value={<bdi>{value}</bdi>} rows={[...kinds, ...groups]} />;
}

/** Which codes stand in the rows: all, or a branch of the codebook. */
function RowsMenu({ codebook: { codes, byId } }: { codebook: Codebook }) {
  const t = useText();
  const branch = useComparison((view) => view.branch);
  const parents = new Set(codes.map(({ parentId }) => parentId));
  const branches = codes.filter(({ id, depth }) => depth === 0 && parents.has(id));
  if (branches.length === 0) return null;
  const present = branch === null ? undefined : byId.get(branch);
  const all = t('compare.rows.all');
  return (
    <MenuButton
      label={t('compare.rows')}
      value={<bdi>{present?.name ?? all}</bdi>}
      rows={[
        choice('all', all, present === undefined, () => set({ branch: null })),
        ...branches.map(({ id, name }) => choice(id, name, branch === id, () => set({ branch: id }))),
      ]}
    />
  );
}

/** Whose codings count. */
function CoderMenu() {
  const t = useText();
  const coders = useCoders();
  const coder = useComparison((view) => view.coder);
  if (!coders.several) return null;
  const all = t('compare.coder.all');
  return (
    <MenuButton
      label={t('compare.coder')}
      value={<bdi>{coder === null ? all : coders.nameOf(coder)}</bdi>}
      rows={[
        choice('all', all, coder === null, () => set({ coder: null })),
        ...coders.ids.map((id) => choice(id, coders.nameOf(id), coder === id, () => set({ coder: id }))),
      ]}
    />
  );
}

/** What the cells say: which quote stands first, or what is counted. */
function CellsMenu() {
  const t = useText();
  const { face, measure, quoteSort } = useComparison();
  if (face === 'quotes')
    return (
      <MenuButton
        label={t('board.sort')}
        value={t(`board.sort.${quoteSort}`)}
        rows={QUOTE_SORTS.map((each) =>
          choice(each, t(`board.sort.${each}`), each === quoteSort, () => set({ quoteSort: each })),
        )}
      />
    );
  return (
    <MenuButton
      label={t('compare.measure')}
      value={t(`compare.measure.${measure}`)}
      rows={MEASURES.map((each) =>
        choice(each, t(`compare.measure.${each}`), each === measure, () => set({ measure: each })),
      )}
    />
  );
}

/** What is compared, what is counted, and how. */
export function Bar({ codebook }: { codebook: Codebook }) {
  const t = useText();
  const { face, rollUp, hideEmpty, summaries } = useComparison();
  return (
    <div className="bar cmp-bar">
      <RowsMenu codebook={codebook} />
      <ColumnsMenu />
      <CellsMenu />
      <CoderMenu />
      <Check isSelected={rollUp} onChange={(next) => set({ rollUp: next })}>
        {t('compare.rollUp')}
      </Check>
      <Check isSelected={hideEmpty} onChange={(next) => set({ hideEmpty: next })}>
        {t('compare.hideEmpty')}
      </Check>
      {face === 'quotes' ? (
        <Check isSelected={summaries} onChange={(next) => set({ summaries: next })}>
          {t('board.summaries')}
        </Check>
      ) : null}
      <span className="cmp-end">
        <Segments
          label={t('board.faces')}
          options={FACES.map((value) => ({ value, label: t(`board.face.${value}`) }))}
          value={face}
          onChange={(next) => set({ face: next })}
        />
        <CommandIcon command="compare.copy" icon={Copy} />
      </span>
    </div>
  );
}
