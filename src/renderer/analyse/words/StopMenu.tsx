import { useState } from 'react';
import { Form } from 'react-aria-components';
import { useIntl } from 'react-intl';
import type { WordLanguage } from '../../../contract/words.ts';
import { useText } from '../../messages/intl.tsx';
import { Button } from '../../ui/Button.tsx';
import { Actions, Dialog } from '../../ui/Dialog.tsx';
import { Field } from '../../ui/Field.tsx';
import { MenuButton, type MenuEntry } from '../../ui/Menu.tsx';
import { useWordViews } from './state.ts';

/** Words divided by white space or commas, each once. */
const wordsIn = (text: string): string[] => [
  ...new Set(text.split(/[\s,;]+/u).filter((word) => word !== '')),
];

/** What is left out and kept beside the lists, by this user in this project. */
function OwnWords({ onClose }: { onClose: () => void }) {
  const t = useText();
  const views = useWordViews.getState();
  const [add, setAdd] = useState(views.add.join(' '));
  const [kept, setKept] = useState(views.keep.join(' '));
  return (
    <Dialog title={t('words.own.title')} onClose={onClose}>
      <Form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          useWordViews.setState({ add: wordsIn(add), keep: wordsIn(kept) });
          onClose();
        }}
      >
        <Field
          autoFocus
          label={t('words.own.add')}
          hint={t('words.own.hint')}
          value={add}
          onChange={setAdd}
          rows={3}
        />
        <Field
          label={t('words.own.keep')}
          hint={t('words.own.keep.hint')}
          value={kept}
          onChange={setKept}
          rows={3}
        />
        <Actions>
          <Button look="plain" onPress={onClose}>
            {t('ui.cancel')}
          </Button>
          <Button type="submit" look="primary">
            {t('ui.save')}
          </Button>
        </Actions>
      </Form>
    </Dialog>
  );
}

/** Which stop lists hold: a switch for each language of the documents that has one, and words of one's own. */
export function StopMenu({ languages }: { languages: readonly WordLanguage[] }) {
  const t = useText();
  const { formatDisplayName } = useIntl();
  const { resting, add, keep } = useWordViews();
  const [own, setOwn] = useState(false);
  const nameOf = (language: string) => formatDisplayName(language, { type: 'language' }) ?? language;
  const there = languages.filter(({ stops }) => stops > 0);
  const without = languages.filter(({ stops }) => stops === 0);
  const holding = there.filter(({ language }) => !resting.includes(language));
  const rows = there.map(
    ({ language, stops }): MenuEntry => ({
      id: language,
      label: t('words.stop.list', { language: nameOf(language), count: stops }),
      checked: !resting.includes(language),
      toggles: true,
      run: () =>
        useWordViews.setState({
          resting: resting.includes(language)
            ? resting.filter((one) => one !== language)
            : [...resting, language],
        }),
    }),
  );
  const missing = without.map(
    ({ language }): MenuEntry => ({
      id: language,
      label: nameOf(language),
      reason: t('words.stop.missing'),
    }),
  );
  const names = holding.map(({ language }) => nameOf(language));
  const count = add.length + keep.length;
  const value = holding.length === 0 ? t('words.stop.none') : names.slice(0, 2).join(', ');
  return (
    <>
      <MenuButton
        label={t('words.stop')}
        value={`${value}${names.length > 2 ? ` +${names.length - 2}` : ''}`}
        rows={[
          ...rows,
          ...missing,
          ...(rows.length + missing.length > 0 ? (['-'] as const) : []),
          { id: 'own', label: t('words.stop.own', { count }), run: () => setOwn(true) },
        ]}
      />
      {own ? <OwnWords onClose={() => setOwn(false)} /> : null}
    </>
  );
}
