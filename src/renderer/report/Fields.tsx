import { useQuery } from '@tanstack/react-query';
import type { CompareColumns } from '../../contract/compare.ts';
import {
  REPORT_FORMATS,
  REPORT_MEASURES,
  REPORT_SECTIONS,
  type ReportFormat,
} from '../../contract/report.ts';
import { api } from '../client/shell.ts';
import { useText } from '../messages/intl.tsx';
import { Check } from '../ui/Check.tsx';
import { MenuButton } from '../ui/Menu.tsx';
import { Segments } from '../ui/Segments.tsx';
import { Pictures } from './Pictures.tsx';
import { isSameColumns, QUOTES, toggled, type Wish } from './wish.ts';

interface Fields {
  readonly wish: Wish;
  readonly onChange: (wish: Wish) => void;
}

/** What the report holds, each with what can be said about it below. */
export function Fields({ wish, onChange }: Fields) {
  const t = useText();
  const { format, sections, pseudonyms } = wish;
  return (
    <>
      <div className="row">
        <span className="f-label">{t('report.format')}</span>
        <Segments<ReportFormat>
          label={t('report.format')}
          options={REPORT_FORMATS.map((value) => ({ value, label: t(`report.format.${value}`) }))}
          value={format}
          onChange={(chosen) => onChange({ ...wish, format: chosen })}
        />
      </div>
      <fieldset className="report-sections">
        <legend className="f-label">{t('report.sections')}</legend>
        {REPORT_SECTIONS.map((section) => {
          const isOn = sections.includes(section);
          return (
            <div key={section}>
              <Check
                isSelected={isOn}
                onChange={() =>
                  onChange({ ...wish, sections: toggled(sections, section, (other) => other === section) })
                }
              >
                {t(`report.section.${section}`)}
              </Check>
              {isOn && section === 'tables' ? <TableFields wish={wish} onChange={onChange} /> : null}
              {isOn && section === 'pictures' ? <Pictures /> : null}
              {isOn && section === 'quotes' ? <QuoteFields wish={wish} onChange={onChange} /> : null}
            </div>
          );
        })}
      </fieldset>
      <Check isSelected={pseudonyms} onChange={(isOn) => onChange({ ...wish, pseudonyms: isOn })}>
        {t('report.pseudonyms')}
      </Check>
    </>
  );
}

/** Which tables there are, and what they count. */
function TableFields({ wish, onChange }: Fields) {
  const t = useText();
  const { data: attributes } = useQuery(api.attributes.list.queryOptions());
  const { tables, measure, rollUp } = wish;
  const kinds: readonly { columns: CompareColumns; id: string; label: string }[] = [
    ...(['document', 'case'] as const).map((by) => ({
      columns: { by },
      id: by,
      label: t(`report.columns.${by}`),
    })),
    ...(attributes ?? []).map(({ id, name }) => ({
      columns: { by: 'attribute', attribute: id } as const,
      id,
      label: name,
    })),
  ];
  const chosen = kinds.filter(({ columns }) => tables.some((one) => isSameColumns(one, columns)));
  return (
    <div className="report-more">
      <MenuButton
        label={t('report.columns')}
        value={<bdi>{chosen.map(({ label }) => label).join(', ') || t('report.columns.none')}</bdi>}
        rows={kinds.map(({ columns, id, label }) => ({
          id,
          label,
          toggles: true,
          checked: tables.some((one) => isSameColumns(one, columns)),
          run: () =>
            onChange({ ...wish, tables: toggled(tables, columns, (other) => isSameColumns(other, columns)) }),
        }))}
      />
      <MenuButton
        label={t('report.measure')}
        value={t(`report.measure.${measure}`)}
        rows={REPORT_MEASURES.map((each) => ({
          id: each,
          label: t(`report.measure.${each}`),
          checked: each === measure,
          run: () => onChange({ ...wish, measure: each }),
        }))}
      />
      <Check isSelected={rollUp} onChange={(isOn) => onChange({ ...wish, rollUp: isOn })}>
        {t('report.rollUp')}
      </Check>
    </div>
  );
}

/** How many quotes there are. */
function QuoteFields({ wish, onChange }: Fields) {
  const t = useText();
  const named = (count: number | null) =>
    count === null ? t('report.quotes.all') : t('report.quotes.some', { count });
  return (
    <div className="report-more">
      <MenuButton
        label={t('report.quotes')}
        value={named(wish.quotes)}
        rows={QUOTES.map((count) => ({
          id: String(count),
          label: named(count),
          checked: count === wish.quotes,
          run: () => onChange({ ...wish, quotes: count }),
        }))}
      />
    </div>
  );
}
