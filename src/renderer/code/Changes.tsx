import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useIntl } from 'react-intl';
import type { CodeStep } from '../../contract/code-page.ts';
import type { CodeRow } from '../../contract/codes.ts';
import { write } from '../client/query.ts';
import { api } from '../client/shell.ts';
import { useText } from '../messages/intl.tsx';
import { useDraft } from '../state/drafts.ts';
import { announce } from '../ui/announce.ts';
import { Button } from '../ui/Button.tsx';
import { Field } from '../ui/Field.tsx';
import { Fields } from '../versions/Fields.tsx';
import { useCodePageView } from './state.ts';

/** Asks why a change was made. */
function Why({ code, step }: { code: CodeRow; step: string }) {
  const t = useText();
  const [text, setText] = useState('');
  useDraft(text.trim() !== '');
  const close = () => {
    useCodePageView.setState({ saysWhy: null });
    // The button comes back once the field is gone; it is where one came from.
    setTimeout(() => document.querySelector<HTMLElement>(`[data-why="${step}"]`)?.focus(), 50);
  };
  const save = async () => {
    if (text.trim() === '') return close();
    const done = await write(api.codePage.why.mutationOptions(), { code: code.id, text, change: step });
    if (done === undefined) return;
    announce(t('codePage.why.saved'));
    close();
  };
  return (
    <div className="cp-why-field">
      <Field
        label={t('codePage.why.field')}
        rows={2}
        serif
        value={text}
        onChange={setText}
        autoFocus
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void save();
          else if (event.key === 'Escape') close();
          else event.continuePropagation();
        }}
      />
      <div className="row">
        <Button look="primary" isDisabled={text.trim() === ''} onPress={() => void save()}>
          {t('codePage.why.save')}
        </Button>
        <Button look="plain" onPress={close}>
          {t('ui.cancel')}
        </Button>
      </div>
    </div>
  );
}

/** One step that changed the code: what it was, what it made other, and why. */
function Entry({ entry: { step, fields, why, named } }: { entry: CodeStep }) {
  const t = useText();
  const { formatDate, formatList } = useIntl();
  const when = (at: string) => formatDate(at, { dateStyle: 'medium', timeStyle: 'short' });
  return (
    <>
      <p className="cp-step">
        <bdi className="grow">{step.label}</bdi>
        <span className="faint small">
          {t('codePage.change.by', { coder: step.coder.name, date: when(step.at) })}
        </span>
      </p>
      <Fields fields={fields} />
      {why.map(({ text, by, at }) => (
        <blockquote key={`${at} ${text}`} className="cp-why" dir="auto">
          <b>{t('codePage.why')}:</b> {text}
          <span className="faint small"> {t('codePage.why.by', { coder: by, date: when(at) })}</span>
        </blockquote>
      ))}
      {named.length === 0 ? null : (
        <p className="cp-named small quiet" dir="auto">
          {t('codePage.change.named', { names: formatList(named.map((name) => `“${name}”`)) })}
        </p>
      )}
    </>
  );
}

/** Where the code changed and why, newest first. */
export function Changes({ code }: { code: CodeRow }) {
  const t = useText();
  const saysWhy = useCodePageView((view) => view.saysWhy);
  const { data: project } = useQuery(api.project.state.queryOptions());
  const { data: entries } = useQuery(api.codePage.history.queryOptions({ input: { code: code.id } }));
  if (entries === undefined) return null;
  const isAsked = (step: string, place: number) =>
    saysWhy === 'newest' ? place === 0 : saysWhy?.step === step;
  return (
    <ol className="cp-changes" aria-label={t('codePage.changes', { name: code.name })}>
      {entries.map((entry, place) => (
        <li key={entry.step.id}>
          <Entry entry={entry} />
          {project?.readOnly !== null ? null : isAsked(entry.step.id, place) ? (
            <Why code={code} step={entry.step.id} />
          ) : (
            <Button
              look="plain"
              data-why={entry.step.id}
              aria-label={t('codePage.why.askOf', { step: entry.step.label })}
              onPress={() => useCodePageView.setState({ saysWhy: { step: entry.step.id } })}
            >
              {t('codePage.why.ask')}
            </Button>
          )}
        </li>
      ))}
    </ol>
  );
}
