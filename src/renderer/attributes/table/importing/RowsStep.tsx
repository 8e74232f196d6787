import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { PlannedRow, TablePlan, TableWish } from '../../../../contract/attribute-tables.ts';
import { api } from '../../../client/shell.ts';
import { useText } from '../../../messages/intl.tsx';
import { Check } from '../../../ui/Check.tsx';
import { Choose } from './Choose.tsx';

/** So many entries of a list are drawn; the counts say how many there are. */
const DRAWN = 200;

interface StepProps {
  readonly wish: TableWish;
  readonly onChange: (wish: TableWish) => void;
}

/** What becomes of a row, and what else could. */
function Fate({ row, wish, onChange }: StepProps & { row: PlannedRow }) {
  const t = useText();
  const decided = wish.rows.find((each) => each.row === row.row)?.to;
  const own = row.owner === null ? row.candidates : [row.owner, ...row.candidates];
  const owners = [...new Map(own.map((each) => [each.id, each])).values()];
  const asDefault = { value: '', label: t(`tableImport.fate.${row.fate}`) };
  return (
    <Choose
      label={t('tableImport.fate', { row: row.row, label: row.label })}
      value={decided ?? ''}
      options={[
        ...(decided === undefined ? [asDefault] : []),
        ...owners.map(({ id, name }) => ({ value: id, label: t('tableImport.take', { name }) })),
        ...(wish.of === 'case' ? [{ value: 'make', label: t('tableImport.makeOne') }] : []),
        { value: 'leave', label: t('tableImport.leave') },
      ]}
      onChange={(to) =>
        onChange({
          ...wish,
          rows: [
            ...wish.rows.filter((each) => each.row !== row.row),
            ...(to === '' ? [] : [{ row: row.row, to }]),
          ],
        })
      }
    />
  );
}

/** The rows of the table, those that want a decision first. */
function Rows({ plan, ...step }: StepProps & { plan: TablePlan }) {
  const t = useText();
  const rest = Object.values(plan.counts).reduce((sum, count) => sum + count, 0) - DRAWN;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by the keyboard
    <section className="ti-scroll" tabIndex={0} aria-label={t('tableImport.rows')}>
      <table>
        <tbody>
          {plan.rows.slice(0, DRAWN).map((row) => (
            <tr key={row.row}>
              <td className="num">{t('tableImport.row', { row: row.row })}</td>
              <td>
                <bdi>{row.label}</bdi>
              </td>
              <td>
                <Fate row={row} {...step} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {rest > 0 ? <p className="faint small">{t('tableImport.more', { more: rest })}</p> : null}
    </section>
  );
}

/** A list of what was found, under a heading; nothing where there is nothing. */
function List({
  title,
  all,
  entries,
}: {
  title: string;
  all: number;
  entries: readonly { key: string; text: string }[];
}) {
  const t = useText();
  if (all === 0) return null;
  return (
    <div>
      <h3>{title}</h3>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by the keyboard */}
      <section className="ti-scroll" tabIndex={0} aria-label={title}>
        <table>
          <tbody>
            {entries.slice(0, DRAWN).map(({ key, text }) => (
              <tr key={key}>
                <td dir="auto">{text}</td>
              </tr>
            ))}
          </tbody>
        </table>
        {all > DRAWN ? <p className="faint small">{t('tableImport.more', { more: all - DRAWN })}</p> : null}
      </section>
    </div>
  );
}

/** The second step: whom each row is about, what would change, and what cannot be taken. Nothing is changed yet. */
export function RowsStep({ wish, onChange }: StepProps) {
  const t = useText();
  const { data: plan } = useQuery({
    ...api.attributes.importPlan.queryOptions({ input: wish }),
    placeholderData: keepPreviousData,
  });
  if (plan === undefined)
    return (
      <p className="quiet" role="status">
        {t('tableImport.reading')}
      </p>
    );
  const { counts } = plan;
  const byName = counts.proposed + counts.taken;
  const set = (part: Partial<TableWish>) => onChange({ ...wish, ...part });
  return (
    <div className="ti-form">
      <p role="status">
        {t('tableImport.sum', {
          found: counts.exact + counts.chosen + counts.taken,
          made: counts.new,
          changed: plan.changed,
          left: counts.proposed + counts.several + counts.twice + counts.left,
        })}
      </p>
      {plan.attributes.length === 0 ? null : (
        <p className="quiet">
          {t('tableImport.attributes', { names: plan.attributes.map(({ name }) => name).join(', ') })}
        </p>
      )}
      {byName > 0 ? (
        <Check isSelected={wish.names === 'take'} onChange={(take) => set({ names: take ? 'take' : 'ask' })}>
          {t('tableImport.takeNames', { rows: byName })}
        </Check>
      ) : null}
      {wish.of === 'case' ? (
        <Check
          isSelected={wish.unmatched === 'make'}
          onChange={(make) => set({ unmatched: make ? 'make' : 'leave' })}
        >
          {t('tableImport.make')}
        </Check>
      ) : null}
      <Rows plan={plan} wish={wish} onChange={onChange} />
      <List
        title={t('tableImport.changes')}
        all={plan.changed}
        entries={plan.changes.map(({ row, owner, column, before, after }) => {
          const nothing = t('tableImport.nothing');
          const to = t('tableImport.change.to', { before: before ?? nothing, after: after ?? nothing });
          return {
            key: `${row} ${column}`,
            text: `${t('tableImport.change', { row, owner, column })}: ${to}`,
          };
        })}
      />
      <List
        title={t('tableImport.problems', { refused: plan.refused })}
        all={plan.refused}
        entries={plan.problems.map((problem) => ({
          key: `${problem.row} ${problem.column}`,
          text: t('tableImport.problem', problem),
        }))}
      />
    </div>
  );
}
