import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useIntl } from 'react-intl';
import type { HeldBook, MergePlan } from '../../contract/codebook-exchange.ts';
import { write } from '../client/query.ts';
import { api } from '../client/shell.ts';
import { useText } from '../messages/intl.tsx';
import { say } from '../reader/say.ts';
import { Button } from '../ui/Button.tsx';
import { Check } from '../ui/Check.tsx';
import { Actions, Dialog } from '../ui/Dialog.tsx';
import { Notice } from '../ui/Notice.tsx';
import { Segments } from '../ui/Segments.tsx';
import { Choices } from './Choices.tsx';
import { Conflict, type Side } from './Conflict.tsx';
import { useHeld } from './held.ts';
import { CodeList, Differences } from './PlanLists.tsx';

type Names = Record<string, 'same' | 'new'>;

/** Shows what a merge with a codebook that was read would do, asks what both sides changed, and does it as one step. */
export function MergeBook({ first, onClose }: { first: HeldBook; onClose: () => void }) {
  const t = useText();
  const { formatDate } = useIntl();
  const { book, base, setBase, taken, take, isChoosing, chooseFile } = useHeld(first);
  const { held } = book;
  const [names, setNames] = useState<Names>({});
  const [fields, setFields] = useState<Record<string, Side>>({});
  const [remove, setRemove] = useState<readonly string[]>([]);
  // What goes decides where what lay under it lies, so that it is part of the question.
  const answers = { fields: {}, prefer: 'mine' as const, names, remove: [...remove] };
  const { data: plan, error } = useQuery({
    ...api.codebookExchange.plan.queryOptions({ input: { held, base, answers } }),
    placeholderData: (before) => before,
  });
  if (isChoosing) return null;
  if (plan === undefined)
    return (
      <Dialog title={t('book.merge.title', { name: book.name })} onClose={onClose}>
        {error ? (
          <Notice tone="danger" title={error.message} />
        ) : (
          <p className="quiet">{t('book.merge.reading')}</p>
        )}
      </Dialog>
    );
  const { conflicts, namesakes, missing } = plan;
  const { kind, name } = plan.base;
  const ancestor = kind === 'state' ? formatDate(name, { dateStyle: 'medium', timeStyle: 'short' }) : name;
  const all = (side: Side) => setFields(Object.fromEntries(conflicts.map(({ key }) => [key, side])));
  const apply = async () => {
    const said = Object.fromEntries(conflicts.map(({ key }) => [key, fields[key] ?? 'mine']));
    const done = await write(api.codebookExchange.merge.mutationOptions(), {
      held,
      base,
      answers: { ...answers, fields: said },
    });
    if (done === undefined) return;
    const { added, changed, removed } = done;
    say(t('book.merge.done', { added, changed, removed }));
    onClose();
  };
  return (
    <Dialog title={t('book.merge.title', { name: plan.name })} onClose={onClose} wide>
      <p className="quiet">{t('book.merge.numbers', numbersOf(plan))}</p>
      <p className="quiet">{t(`book.base.${plan.base.kind}`, { name: ancestor })}</p>
      <Choices
        book={book}
        base={base}
        taken={taken}
        onBase={setBase}
        onFile={() => void chooseFile()}
        onTake={(next) => void take(next)}
      />
      {plan.remarks.map(({ message, count }) => (
        <p key={message} className="hint">
          {t('book.merge.remark', { message, count })}
        </p>
      ))}
      {namesakes.length === 0 ? null : (
        <section className="book-part">
          <h3>{t('book.merge.namesakes', { count: namesakes.length })}</h3>
          {namesakes.map(({ key, theirs, answer }) => (
            <div key={key} className="book-row">
              <bdi>{theirs.path}</bdi>
              <Segments
                label={t('book.merge.namesake', { name: theirs.path })}
                options={[
                  { value: 'same', label: t('book.merge.same') },
                  { value: 'new', label: t('book.merge.new') },
                ]}
                value={names[key] ?? answer}
                onChange={(value) => setNames({ ...names, [key]: value })}
              />
            </div>
          ))}
        </section>
      )}
      {conflicts.length === 0 ? null : (
        <section className="book-part">
          <div className="book-row">
            <h3>{t('book.merge.conflicts', { count: conflicts.length })}</h3>
            <span className="grow" />
            <Button look="plain" onPress={() => all('mine')}>
              {t('book.merge.allMine')}
            </Button>
            <Button look="plain" onPress={() => all('theirs')}>
              {t('book.merge.allTheirs')}
            </Button>
          </div>
          <p className="hint">{t('book.merge.keys')}</p>
          {conflicts.map((difference) => (
            <Conflict
              key={difference.key}
              difference={difference}
              side={fields[difference.key] ?? 'mine'}
              onChoose={(side) => setFields((before) => ({ ...before, [difference.key]: side }))}
            />
          ))}
        </section>
      )}
      <Differences title={t('book.merge.changed', { count: plan.changed.length })} list={plan.changed} />
      <CodeList title={t('book.merge.added', { count: plan.added.length })} codes={plan.added} />
      {missing.length === 0 ? null : (
        <section className="book-part">
          <h3>{t('book.merge.missing', { count: missing.length })}</h3>
          {missing.map(({ id, path, codings }) => (
            <Check
              key={id}
              isSelected={remove.includes(id)}
              onChange={(isOn) => setRemove(isOn ? [...remove, id] : remove.filter((each) => each !== id))}
            >
              {t('book.merge.remove', { path, codings })}
            </Check>
          ))}
        </section>
      )}
      <Actions>
        <Button look="plain" onPress={onClose}>
          {t('ui.cancel')}
        </Button>
        <Button autoFocus look="primary" onPress={() => void apply()}>
          {t('book.merge.apply')}
        </Button>
      </Actions>
    </Dialog>
  );
}

const numbersOf = ({ codes, same, added, changed, conflicts, missing }: MergePlan) => ({
  codes,
  same,
  added: added.length,
  changed: changed.length,
  conflicts: conflicts.length,
  missing: missing.length,
});
