import { useState } from 'react';
import { useText } from '../messages/intl.tsx';
import { useReader } from '../state/reader.ts';
import { useSheet } from '../state/sheet.ts';
import { Button } from '../ui/Button.tsx';
import { Actions, Dialog } from '../ui/Dialog.tsx';
import { Field } from '../ui/Field.tsx';
import { goToParagraph } from './move.ts';

/** Asks for the number of a paragraph and goes there. */
export function GoToParagraph({ onClose }: { onClose: () => void }) {
  const t = useText();
  const total = useReader((state) => state.reading?.loaded.total ?? 0);
  const [typed, setTyped] = useState('');
  const number = Number(typed);
  const isThere = Number.isInteger(number) && number >= 1 && number <= total;
  const go = () => {
    if (!isThere) return;
    useSheet.getState().show(null);
    // The box gives the focus back to where it was; only then may the text take it.
    setTimeout(() => goToParagraph(number));
  };
  return (
    <Dialog title={t('reader.goTo.title')} onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          go();
        }}
      >
        <Field
          label={t('reader.goTo.number', { total })}
          value={typed}
          onChange={setTyped}
          inputMode="numeric"
          autoFocus
        />
        <Actions>
          <Button onPress={onClose}>{t('ui.cancel')}</Button>
          <Button type="submit" look="primary" isDisabled={!isThere}>
            {t('reader.goTo.go')}
          </Button>
        </Actions>
      </form>
    </Dialog>
  );
}
