import {
  ENDINGS,
  FORMATS,
  type Format,
  type RefiOptions,
  takesFiles,
  takesUnits,
  type UnitTable,
} from '../../contract/exports.ts';
import { useText } from '../messages/intl.tsx';
import { Check } from '../ui/Check.tsx';
import { MenuButton } from '../ui/Menu.tsx';
import { Segments } from '../ui/Segments.tsx';
import { RefiFields } from './RefiFields.tsx';
import { UnitFields } from './UnitFields.tsx';

type Form = 'zip' | 'folder';

/** How the dataset shall be written. */
export interface Wish {
  readonly format: Format;
  /** For formats that are several files. */
  readonly form: Form;
  /** Whether the texts of the documents go along, and pictures of parts of pages, where the format takes them. */
  readonly texts: boolean;
  readonly images: boolean;
  /** Whether coders go by pseudonyms, where the format names them. */
  readonly pseudonyms: boolean;
  /** The table of units that goes along, where the format holds tables. */
  readonly units: UnitTable | null;
  /** How a REFI-QDA project is written. */
  readonly refi: RefiOptions;
}

/** What is asked for until somebody changes it. */
export const FIRST: Wish = {
  format: FORMATS[0],
  form: 'zip',
  texts: true,
  images: false,
  pseudonyms: false,
  units: null,
  refi: { profile: 'standard', plain: false },
};

/** @returns whether a format says who coded */
export const namesCoders = (format: Format): boolean => format !== 'qca';

/** The format with what it is for, and what of the rest applies to it. */
export function FormatFields({ wish, onChange }: { wish: Wish; onChange: (wish: Wish) => void }) {
  const t = useText();
  const { format, form, texts, images, pseudonyms, units, refi } = wish;
  return (
    <>
      <div>
        <MenuButton
          label={t('export.format')}
          value={t(`export.format.${format}`)}
          rows={FORMATS.map((each) => ({
            id: each,
            label: t(`export.format.${each}`),
            checked: each === format,
            run: () => onChange({ ...wish, format: each }),
          }))}
        />
        <p className="hint format-about">{t(`export.format.${format}.about`)}</p>
      </div>
      {format === 'refi' ? (
        <RefiFields refi={refi} onChange={(chosen) => onChange({ ...wish, refi: chosen })} />
      ) : null}
      {ENDINGS[format] === undefined ? (
        <div className="row">
          <span className="f-label">{t('export.form')}</span>
          <Segments<Form>
            label={t('export.form')}
            options={[
              { value: 'zip', label: t('export.form.zip') },
              { value: 'folder', label: t('export.form.folder') },
            ]}
            value={form}
            onChange={(chosen) => onChange({ ...wish, form: chosen })}
          />
        </div>
      ) : null}
      {takesFiles(format) ? (
        <>
          <div>
            <Check isSelected={texts} onChange={(isOn) => onChange({ ...wish, texts: isOn })}>
              {t('export.texts')}
            </Check>
            <p className="hint indent">{t('export.texts.hint')}</p>
          </div>
          <Check isSelected={images} onChange={(isOn) => onChange({ ...wish, images: isOn })}>
            {t('export.images')}
          </Check>
        </>
      ) : null}
      {namesCoders(format) ? (
        <div>
          <Check isSelected={pseudonyms} onChange={(isOn) => onChange({ ...wish, pseudonyms: isOn })}>
            {t('export.pseudonyms')}
          </Check>
          {pseudonyms ? <p className="hint indent">{t('export.pseudonyms.hint')}</p> : null}
        </div>
      ) : null}
      {takesUnits(format) ? (
        <UnitFields units={units} onChange={(chosen) => onChange({ ...wish, units: chosen })} />
      ) : null}
    </>
  );
}
