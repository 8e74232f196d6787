import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { TableRead } from '../../../../contract/attribute-tables.ts';
import { api } from '../../../client/shell.ts';
import { useText } from '../../../messages/intl.tsx';
import { say } from '../../../reader/say.ts';
import { Button } from '../../../ui/Button.tsx';
import { Actions, Dialog } from '../../../ui/Dialog.tsx';
import { showOwners } from '../state.ts';
import { ColumnsStep } from './ColumnsStep.tsx';
import { RowsStep } from './RowsStep.tsx';
import { closeTable } from './state.ts';
import { proposed } from './wish.ts';

/** Asks how a table that was read shall be taken, shows what that would do, and does it as one step. */
export function ImportDialog({ read }: { read: TableRead }) {
  const t = useText();
  const [wish, setWish] = useState(() => proposed(read, 0, read.sheets[0]?.likely ?? 'case'));
  const [step, setStep] = useState<'columns' | 'rows'>('columns');
  const { mutate, isPending } = useMutation(api.attributes.importApply.mutationOptions());
  const apply = () =>
    mutate(wish, {
      onSuccess: ({ step: made, plan }) => {
        const { changed, counts } = plan;
        say(made === null ? t('tableImport.same') : t('tableImport.done', { changed, made: counts.new }));
        showOwners(wish.of);
        closeTable();
      },
    });
  return (
    <Dialog wide title={t('tableImport.title', { name: read.name })} onClose={closeTable}>
      {step === 'columns' ? (
        <ColumnsStep read={read} wish={wish} onChange={setWish} />
      ) : (
        <RowsStep wish={wish} onChange={setWish} />
      )}
      <Actions>
        <Button look="plain" onPress={closeTable}>
          {t('ui.cancel')}
        </Button>
        {step === 'columns' ? (
          <Button look="primary" onPress={() => setStep('rows')}>
            {t('tableImport.next')}
          </Button>
        ) : (
          <>
            <Button onPress={() => setStep('columns')}>{t('tableImport.back')}</Button>
            <Button look="primary" isDisabled={isPending} onPress={apply}>
              {t('tableImport.apply')}
            </Button>
          </>
        )}
      </Actions>
    </Dialog>
  );
}
