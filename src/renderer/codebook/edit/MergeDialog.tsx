import './edit.css';
import { skipToken, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Form } from 'react-aria-components';
import type { CodeRow } from '../../../contract/codes.ts';
import { api } from '../../client/shell.ts';
import { useText } from '../../messages/intl.tsx';
import { Button } from '../../ui/Button.tsx';
import { Check } from '../../ui/Check.tsx';
import { Actions, Dialog } from '../../ui/Dialog.tsx';
import { Field } from '../../ui/Field.tsx';
import { focusRow } from '../../ui/InlineEdit.tsx';
import { namesFor } from '../actions.ts';
import { CodeList, CodeName } from './CodeList.tsx';
import { mergeCodes } from './writes.ts';

interface Choices {
  readonly aliases: boolean;
  readonly append: boolean;
  readonly note: string;
}

/** What the merge would do, in the engine's numbers; an error where it cannot be done. */
const useNumbers = (ids: readonly string[], into: string | null, { aliases, append }: Choices) =>
  useQuery({
    ...api.codes.mergePreview.queryOptions({
      input: into === null || ids.length === 0 ? skipToken : { codes: [...ids], into, aliases, append },
    }),
    meta: { handled: true },
  });

function Numbers({ numbers: { data, error } }: { numbers: ReturnType<typeof useNumbers> }) {
  const t = useText();
  if (error !== null)
    return (
      <p className="err-t" role="alert">
        {error.message}
      </p>
    );
  if (data === undefined) return null;
  const { memos, children, reviews, stale } = data;
  return (
    <div role="status">
      <ul className="numbers small">
        <li>{t('codebook.merge.codings', { ...data })}</li>
        {memos > 0 ? <li>{t('codebook.merge.memos', { memos })}</li> : null}
        {children > 0 ? <li>{t('codebook.merge.children', { children })}</li> : null}
        {reviews > 0 ? <li>{t('codebook.merge.reviews', { reviews, stale })}</li> : null}
      </ul>
    </div>
  );
}

/** Asks which code stays, shows what follows it, and makes the codes one. */
export function MergeDialog({
  ids,
  codes,
  onClose,
}: {
  ids: readonly string[];
  codes: readonly CodeRow[];
  onClose: () => void;
}) {
  const t = useText();
  const [intoId, setInto] = useState<string | null>(null);
  const [choices, setChoices] = useState<Choices>({ aliases: true, append: true, note: '' });
  const chosen = codes.filter(({ id }) => ids.includes(id));
  const into = codes.find(({ id }) => id === intoId);
  const merged = chosen.filter(({ id }) => id !== intoId);
  const numbers = useNumbers(
    merged.map(({ id }) => id),
    intoId,
    choices,
  );
  const change = (part: Partial<Choices>) => setChoices({ ...choices, ...part });
  const close = () => {
    onClose();
    focusRow('codebook', chosen[0]?.id ?? '');
  };
  const several = chosen.length > 1;
  if (into === undefined) {
    const others = codes.filter(({ id }) => !ids.includes(id));
    return (
      <Dialog title={t('codebook.merge.title', namesFor(chosen))} onClose={close}>
        <p className="quiet small about">{t(several ? 'codebook.merge.which' : 'codebook.merge.into')}</p>
        <CodeList
          label={t('codebook.merge.find')}
          list={t('codebook.merge.list')}
          codes={several ? [...chosen, ...others] : others}
          onChoose={(code) => setInto(code?.id ?? null)}
        />
        <Actions>
          <Button look="plain" onPress={close}>
            {t('ui.cancel')}
          </Button>
        </Actions>
      </Dialog>
    );
  }
  return (
    <Dialog title={t('codebook.merge.done', { ...namesFor(merged), into: into.name })} onClose={close}>
      <Form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          onClose();
          void mergeCodes({ codes: merged.map(({ id }) => id), into: into.id, ...choices }, into);
        }}
      >
        <p className="row stays">
          <span className="quiet">{t('codebook.merge.stays')}</span>
          <CodeName code={into} />
          <Button look="plain" onPress={() => setInto(null)}>
            {t('codebook.merge.change')}
          </Button>
        </p>
        <Numbers numbers={numbers} />
        <Check isSelected={choices.aliases} onChange={(aliases) => change({ aliases })}>
          {t('codebook.merge.aliases', { count: merged.length })}
        </Check>
        <Check isSelected={choices.append} onChange={(append) => change({ append })}>
          {t('codebook.merge.append')}
        </Check>
        <Field
          label={t('codebook.why')}
          hint={t('codebook.why.hint')}
          value={choices.note}
          onChange={(note) => change({ note })}
        />
        <Actions>
          <Button look="plain" onPress={close}>
            {t('ui.cancel')}
          </Button>
          <Button type="submit" look="primary" autoFocus isDisabled={numbers.error !== null}>
            {t('codebook.merge.do')}
          </Button>
        </Actions>
      </Form>
    </Dialog>
  );
}
