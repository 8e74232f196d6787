import { SHAPES, UNIT_MEASURES, UNITS, type UnitTable } from '../../contract/exports.ts';
import { useText } from '../messages/intl.tsx';
import { MenuButton } from '../ui/Menu.tsx';
import { Segments } from '../ui/Segments.tsx';

/** Whether a table of units goes along, and how it looks. */
export function UnitFields({
  units,
  onChange,
}: {
  units: UnitTable | null;
  onChange: (units: UnitTable | null) => void;
}) {
  const t = useText();
  const { shape = SHAPES[0], measure = UNIT_MEASURES[0] } = units ?? {};
  const rows = [null, ...UNITS].map((unit) => ({
    id: unit ?? 'none',
    label: t(`export.units.${unit ?? 'none'}`),
    checked: (units?.unit ?? null) === unit,
    run: () => onChange(unit === null ? null : { unit, shape, measure }),
  }));
  return (
    <>
      <div>
        <MenuButton
          label={t('export.units')}
          value={t(`export.units.${units?.unit ?? 'none'}`)}
          rows={rows}
        />
        {units === null ? null : <p className="hint">{t('export.units.hint')}</p>}
      </div>
      {units === null ? null : (
        <>
          <div className="row">
            <span className="f-label">{t('export.shape')}</span>
            <Segments<UnitTable['shape']>
              label={t('export.shape')}
              options={SHAPES.map((value) => ({ value, label: t(`export.shape.${value}`) }))}
              value={shape}
              onChange={(value) => onChange({ ...units, shape: value })}
            />
          </div>
          <div className="row">
            <span className="f-label">{t('export.measure')}</span>
            <Segments<UnitTable['measure']>
              label={t('export.measure')}
              options={UNIT_MEASURES.map((value) => ({ value, label: t(`export.measure.${value}`) }))}
              value={measure}
              onChange={(value) => onChange({ ...units, measure: value })}
            />
          </div>
        </>
      )}
    </>
  );
}
