import { ENDINGS, FORMATS, type Format, takesFiles } from '../../contract/exports.ts';
import { useText } from '../messages/intl.tsx';
import { Check } from '../ui/Check.tsx';
import { MenuButton } from '../ui/Menu.tsx';
import { Segments } from '../ui/Segments.tsx';

type Form = 'zip' | 'folder';

/** How the dataset shall be written. */
export interface Wish {
  readonly format: Format;
  /** For formats that are several files. */
  readonly form: Form;
  /** Whether the texts of the documents go along, and pictures of parts of pages, where the format takes them. */
  readonly texts: boolean;
  readonly images: boolean;
}

/** What is asked for until somebody changes it. */
export const FIRST: Wish = { format: FORMATS[0], form: 'zip', texts: true, images: false };

/** The format with what it is for, and what of the rest applies to it. */
export function FormatFields({ wish, onChange }: { wish: Wish; onChange: (wish: Wish) => void }) {
  const t = useText();
  const { format, form, texts, images } = wish;
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
    </>
  );
}
