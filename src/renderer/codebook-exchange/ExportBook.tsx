import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Label, Radio, RadioGroup } from 'react-aria-components';
import { CODEBOOK_FORMATS, type CodebookFormat } from '../../contract/codebook-exchange.ts';
import { fileNameFor } from '../app/project.ts';
import { chooseSave } from '../chooser/choose.ts';
import { showProblem } from '../client/problem.ts';
import { api } from '../client/shell.ts';
import { useText } from '../messages/intl.tsx';
import { say } from '../reader/say.ts';
import { Button } from '../ui/Button.tsx';
import { Actions, Dialog } from '../ui/Dialog.tsx';

/** Asks in which form the codebook shall be written, says before what the form cannot hold, and writes it. */
export function ExportBook({ onClose }: { onClose: () => void }) {
  const t = useText();
  const [format, setFormat] = useState<CodebookFormat>('json');
  const [hidden, setHidden] = useState(false);
  const { data: project } = useQuery(api.project.state.queryOptions());
  const { data } = useQuery({
    ...api.codebookExchange.losses.queryOptions({ input: { format } }),
    // The lines stay while another form is looked at.
    placeholderData: (before) => before,
  });
  const { mutate, isPending } = useMutation(api.codebookExchange.write.mutationOptions());
  const choose = async () => {
    setHidden(true);
    const choice = await chooseSave(`${fileNameFor(project?.title ?? '')} codebook.${format}`);
    setHidden(false);
    if (choice === null) return;
    mutate(
      { grant: choice.grant, format },
      {
        onSuccess: ({ name, codes }) => {
          say(t('book.export.done', { name, codes }));
          onClose();
        },
        onError: showProblem,
      },
    );
  };
  if (hidden) return null;
  return (
    <Dialog title={t('book.export.title')} onClose={onClose} wide>
      <RadioGroup
        className="book-formats"
        value={format}
        onChange={(value) => {
          const next = CODEBOOK_FORMATS.find((each) => each === value);
          if (next !== undefined) setFormat(next);
        }}
      >
        <Label className="f-label">{t('book.export.format')}</Label>
        {CODEBOOK_FORMATS.map((each) => (
          <Radio key={each} value={each} className="book-format" autoFocus={each === format}>
            <span className="book-ending">.{each}</span>
            <span>{t(`book.format.${each}`)}</span>
          </Radio>
        ))}
      </RadioGroup>
      <section className="book-losses" aria-live="polite" aria-label={t('book.export.losses')}>
        {data === undefined ? (
          <p className="quiet">{t('book.export.looking')}</p>
        ) : data.losses.length === 0 ? (
          <p className="quiet">{t('book.export.exact')}</p>
        ) : (
          <ul>
            {data.losses.map(({ field, message, codes }) => (
              <li key={field}>
                {message} <span className="quiet">{t('book.export.lost', { codes })}</span>
              </li>
            ))}
          </ul>
        )}
      </section>
      <Actions>
        <Button look="plain" onPress={onClose}>
          {t('ui.cancel')}
        </Button>
        <Button look="primary" isDisabled={isPending} onPress={() => void choose()}>
          {t('book.export.choose')}
        </Button>
      </Actions>
    </Dialog>
  );
}
