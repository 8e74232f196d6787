import { useQuery } from '@tanstack/react-query';
import type { ColumnUse, TableKey, TableRead, TableWish } from '../../../../contract/attribute-tables.ts';
import { AttributeRow } from '../../../../contract/cases.ts';
import { api } from '../../../client/shell.ts';
import { useText } from '../../../messages/intl.tsx';
import { Check } from '../../../ui/Check.tsx';
import { Segments } from '../../../ui/Segments.tsx';
import type { Of } from '../state.ts';
import { Choose } from './Choose.tsx';
import { proposed } from './wish.ts';

const KINDS = AttributeRow.shape.kind.options;
const NOTHING: ColumnUse = { to: 'nothing' };

/** What a column becomes, as one word. */
const wordOf = (use: ColumnUse): string => (use.to === 'attribute' ? use.attribute : use.to);

/** Which column tells the rows, and by what. */
function KeyFields({ names, wish, own, onChange }: FieldsProps & { names: readonly string[] }) {
  const t = useText();
  const { key, of } = wish;
  const kinds = of === 'document' ? (['id', 'key', 'name'] as const) : (['id', 'name'] as const);
  const set = (next: TableKey) => onChange({ ...wish, key: next, rows: [] });
  return (
    <div>
      <div className="row">
        <span className="f-label">{t('tableImport.key')}</span>
        <Choose
          label={t('tableImport.key')}
          value={String(key.column)}
          options={names.map((label, at) => ({ value: String(at), label }))}
          onChange={(at) => set({ ...key, column: Number(at) })}
        />
        <span className="f-label">{t('tableImport.by')}</span>
        <Choose
          label={t('tableImport.by')}
          value={key.by === 'attribute' ? (key.attribute ?? '') : key.by}
          options={[
            ...kinds.map((value) => ({ value, label: t(`tableImport.by.${value}`) })),
            ...own.map(({ id, name }) => ({ value: id, label: t('tableImport.by.attribute', { name }) })),
          ]}
          onChange={(value) => {
            const by = kinds.find((each) => each === value);
            set(
              by === undefined
                ? { column: key.column, by: 'attribute', attribute: value }
                : { column: key.column, by },
            );
          }}
        />
      </div>
      <p className="hint">{t(`tableImport.by.hint.${key.by === 'name' ? 'name' : 'exact'}`)}</p>
    </div>
  );
}

interface FieldsProps {
  readonly wish: TableWish;
  /** The attributes of what the rows are about. */
  readonly own: readonly AttributeRow[];
  readonly onChange: (wish: TableWish) => void;
}

/** What each column becomes, beside what it holds. */
function UseFields({ sheet, wish, own, onChange }: FieldsProps & { sheet: TableRead['sheets'][number] }) {
  const t = useText();
  const { of, columns } = wish;
  const setUse = (at: number, use: ColumnUse) =>
    onChange({
      ...wish,
      columns: sheet.columns.map((_, each) => (each === at ? use : (columns[each] ?? NOTHING))),
    });
  const becoming = (at: number, word: string): ColumnUse => {
    if (word === 'nothing' || word === 'name' || word === 'description') return { to: word };
    const { name, kind } = sheet.columns[at] ?? { name: '', kind: 'text' };
    return word === 'new' ? { to: 'new', name, kind } : { to: 'attribute', attribute: word };
  };
  const words = [
    { value: 'nothing', label: t('tableImport.use.nothing') },
    { value: 'name', label: t(`tableImport.use.name.${of}`) },
    ...(of === 'case' ? [{ value: 'description', label: t('tableImport.use.description') }] : []),
    ...own.map(({ id, name }) => ({ value: id, label: t('tableImport.use.attribute', { name }) })),
    { value: 'new', label: t('tableImport.use.new') },
  ];
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by the keyboard
    <section className="ti-scroll" tabIndex={0} aria-label={t('tableImport.columns')}>
      <table>
        <thead>
          <tr>
            <th scope="col">{t('tableImport.column')}</th>
            <th scope="col">{t('tableImport.values')}</th>
            <th scope="col">{t('tableImport.becomes')}</th>
          </tr>
        </thead>
        <tbody>
          {sheet.columns.map(({ name }, at) => {
            const use = columns[at] ?? NOTHING;
            return (
              // biome-ignore lint/suspicious/noArrayIndexKey: two columns may have one name
              <tr key={at}>
                <td>
                  <bdi>{name}</bdi>
                </td>
                <td className="ti-sample clip">
                  <bdi>
                    {sheet.sample
                      .map((cells) => cells[at] ?? '')
                      .filter(Boolean)
                      .join(' · ')}
                  </bdi>
                </td>
                <td>
                  <span className="row">
                    <Choose
                      label={t('tableImport.becomes.of', { name })}
                      value={wordOf(use)}
                      options={words}
                      onChange={(word) => setUse(at, becoming(at, word))}
                    />
                    {use.to === 'new' ? (
                      <Choose
                        label={t('tableImport.kind.of', { name })}
                        value={use.kind}
                        options={KINDS.map((value) => ({ value, label: t(`attributes.kind.${value}`) }))}
                        onChange={(value) =>
                          setUse(at, { ...use, kind: KINDS.find((each) => each === value) ?? 'text' })
                        }
                      />
                    ) : null}
                  </span>
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
}

/** The first step: which sheet, what its rows are about, how they are known, and what its columns become. */
export function ColumnsStep({
  read,
  wish,
  onChange,
}: {
  read: TableRead;
  wish: TableWish;
  onChange: (wish: TableWish) => void;
}) {
  const t = useText();
  const { data: attributes = [] } = useQuery(api.attributes.list.queryOptions());
  const own = attributes.filter(({ appliesTo }) => appliesTo === wish.of);
  const sheet = read.sheets[wish.sheet];
  if (sheet === undefined) return null;
  const fields = { wish, own, onChange };
  return (
    <div className="ti-form">
      {read.notices.map((notice) => (
        <p key={notice} className="hint">
          {notice}
        </p>
      ))}
      <div className="row">
        {read.sheets.length > 1 ? (
          <>
            <span className="f-label">{t('tableImport.sheet')}</span>
            <Choose
              label={t('tableImport.sheet')}
              value={String(wish.sheet)}
              options={read.sheets.map(({ name }, at) => ({ value: String(at), label: name }))}
              onChange={(at) =>
                onChange(proposed(read, Number(at), read.sheets[Number(at)]?.likely ?? 'case'))
              }
            />
          </>
        ) : null}
        <span className="f-label">{t('tableImport.of')}</span>
        <Segments<Of>
          label={t('tableImport.of')}
          options={(['case', 'document'] as const).map((value) => ({
            value,
            label: t(`tableImport.of.${value}`),
          }))}
          value={wish.of}
          onChange={(of) => onChange(proposed(read, wish.sheet, of))}
        />
      </div>
      <KeyFields {...fields} names={sheet.columns.map(({ name }) => name)} />
      <UseFields {...fields} sheet={sheet} />
      <Check isSelected={wish.clear} onChange={(clear) => onChange({ ...wish, clear })}>
        {t('tableImport.clear')}
      </Check>
    </div>
  );
}
