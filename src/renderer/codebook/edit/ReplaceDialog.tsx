import './edit.css';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Form } from 'react-aria-components';
import type { CodeRow } from '../../../contract/codes.ts';
import { api } from '../../client/shell.ts';
import { useText } from '../../messages/intl.tsx';
import { Button } from '../../ui/Button.tsx';
import { Check } from '../../ui/Check.tsx';
import { Actions, Dialog } from '../../ui/Dialog.tsx';
import { Field } from '../../ui/Field.tsx';
import { BranchChoice } from './BranchChoice.tsx';
import { type NameWish, replaceInNames } from './writes.ts';

/** As many names as are shown beforehand; the number says how many there are. */
const SHOWN = 200;

/** The names that would be others, before and after. */
function Preview({ wish }: { wish: NameWish }) {
  const t = useText();
  const { data } = useQuery({
    ...api.codes.namesReplaced.queryOptions({ input: wish }),
    enabled: wish.find !== '',
    placeholderData: keepPreviousData,
  });
  const renamed = wish.find === '' ? [] : (data ?? []);
  return (
    <>
      <p className="quiet small" role="status">
        {wish.find === ''
          ? t('codebook.replace.hint')
          : t('codebook.replace.names', { names: renamed.length })}
      </p>
      {renamed.length === 0 ? null : (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard
        <ul className="renamed" aria-label={t('codebook.replace.preview')} tabIndex={0}>
          {renamed.slice(0, SHOWN).map(({ codeId, before, after }) => (
            <li key={codeId} className="row">
              <bdi className="faint clip">{before}</bdi>
              <span aria-hidden="true">→</span>
              {after === '' ? (
                <span className="err-t">{t('codebook.replace.empty')}</span>
              ) : (
                <bdi className="clip">{after}</bdi>
              )}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

/** Finds and replaces words in names of codes, with a preview of every name. */
export function ReplaceDialog({ code, onClose }: { code: CodeRow | undefined; onClose: () => void }) {
  const t = useText();
  const [wish, setWish] = useState<NameWish>({
    find: '',
    replace: '',
    matchCase: false,
    wholeWords: false,
    within: null,
  });
  const change = (part: Partial<NameWish>) => setWish({ ...wish, ...part });
  return (
    <Dialog title={t('codebook.replace.title')} onClose={onClose} wide>
      <Form
        className="stack"
        onSubmit={async (event) => {
          event.preventDefault();
          if (await replaceInNames(wish)) onClose();
        }}
      >
        <div className="pair">
          <Field
            autoFocus
            label={t('codebook.replace.find')}
            value={wish.find}
            onChange={(find) => change({ find })}
          />
          <Field
            label={t('codebook.replace.by')}
            value={wish.replace}
            onChange={(replace) => change({ replace })}
          />
        </div>
        <div className="row wraps">
          <Check isSelected={wish.matchCase} onChange={(matchCase) => change({ matchCase })}>
            {t('codebook.replace.case')}
          </Check>
          <Check isSelected={wish.wholeWords} onChange={(wholeWords) => change({ wholeWords })}>
            {t('codebook.replace.whole')}
          </Check>
          <BranchChoice code={code} within={wish.within} onChange={(within) => change({ within })} />
        </div>
        <Preview wish={wish} />
        <Actions>
          <Button look="plain" onPress={onClose}>
            {t('ui.cancel')}
          </Button>
          <Button type="submit" look="primary" isDisabled={wish.find === ''}>
            {t('codebook.replace.do')}
          </Button>
        </Actions>
      </Form>
    </Dialog>
  );
}
