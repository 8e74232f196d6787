import { useState } from 'react';
import { useText } from '../messages/intl.tsx';
import { Button } from '../ui/Button.tsx';
import { Actions, Dialog } from '../ui/Dialog.tsx';
import { Field } from '../ui/Field.tsx';
import { type CitationDraft, mistakesIn } from './citation.ts';

/**
 * Asks how the dataset is to be cited and under which licence it is passed on.
 * @param projectTitle what it is called where no title is given
 * @param onDone told what was said; `onClose` that nothing was to be changed
 */
export function CitationDialog({
  draft,
  projectTitle,
  onDone,
  onClose,
}: {
  draft: CitationDraft;
  projectTitle: string;
  onDone: (draft: CitationDraft) => void;
  onClose: () => void;
}) {
  const t = useText();
  const [said, setSaid] = useState(draft);
  const mistakes = mistakesIn(said);
  const field = (name: keyof CitationDraft) => ({
    value: said[name],
    onChange: (value: string) => setSaid({ ...said, [name]: value }),
  });
  return (
    <Dialog wide title={t('export.citation.title')} onClose={onClose}>
      <p className="quiet">{t('export.citation.about')}</p>
      <div className="export-form citation">
        <Field
          autoFocus
          rows={3}
          label={t('export.citation.creators')}
          hint={t('export.citation.creators.hint')}
          {...field('creators')}
        />
        <Field
          label={t('export.citation.licence')}
          hint={t('export.citation.licence.hint')}
          {...field('licence')}
        />
        <Field
          label={t('export.citation.name')}
          hint={t('export.citation.name.hint', { title: projectTitle })}
          {...field('title')}
        />
        <div className="beside">
          <Field label={t('export.citation.version')} {...field('version')} />
          <Field
            label={t('export.citation.year')}
            isInvalid={mistakes.includes('year')}
            error={t('export.citation.year.wrong')}
            {...field('year')}
          />
        </div>
        <Field
          label={t('export.citation.doi')}
          isInvalid={mistakes.includes('doi')}
          error={t('export.citation.doi.wrong')}
          {...field('doi')}
        />
        <Field label={t('export.citation.publisher')} {...field('publisher')} />
        <Field label={t('export.citation.keywords')} {...field('keywords')} />
        <Field rows={2} label={t('export.citation.description')} {...field('description')} />
      </div>
      <Actions>
        <Button look="plain" onPress={onClose}>
          {t('ui.cancel')}
        </Button>
        <Button look="primary" isDisabled={mistakes.length > 0} onPress={() => onDone(said)}>
          {t('export.citation.done')}
        </Button>
      </Actions>
    </Dialog>
  );
}
