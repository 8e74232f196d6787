import { type ReactNode, useCallback } from 'react';
import { createIntl, createIntlCache, type IntlShape, RawIntlProvider, useIntl } from 'react-intl';
import { en, type MessageId } from './en.ts';

type Values = Readonly<Record<string, string | number>>;

/** The messages are English; dates and numbers follow the person's own kind of English, or the day before the month. */
const locale = navigator.languages.find((language) => language.startsWith('en')) ?? 'en-GB';

const intl: IntlShape = createIntl(
  { locale, defaultLocale: 'en', messages: en, timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone },
  createIntlCache(),
);

const PLAIN = new Set(
  Object.entries(en).flatMap(([id, message]) => (/[{'<]/.test(message) ? [] : [id as MessageId])),
);

/** Most messages are what they say: formatting those is most of the work of drawing a long list with its menus. */
const plainText = (id: MessageId): string | undefined => (PLAIN.has(id) ? en[id] : undefined);

/** Gives the messages and formats of the chosen language to everything below. */
export function Messages({ children }: { children: ReactNode }) {
  return <RawIntlProvider value={intl}>{children}</RawIntlProvider>;
}

/**
 * Gives the text of a message outside of components: in commands and stores.
 * @param id message id
 * @param values what its placeholders stand for
 */
export function textOf(id: MessageId, values?: Values): string {
  return plainText(id) ?? (intl.formatMessage({ id }, values) as string);
}

/** Gives the function that turns a message id, with values for its placeholders, into text. */
export function useText(): (id: MessageId, values?: Values) => string {
  const { formatMessage } = useIntl();
  return useCallback(
    (id, values) => plainText(id) ?? (formatMessage({ id }, values) as string),
    [formatMessage],
  );
}
