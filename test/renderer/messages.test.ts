import { createIntl } from 'react-intl';
import { expect, test } from 'vitest';
import { en, type MessageId } from '../../src/renderer/messages/en.ts';

const intl = createIntl({
  locale: 'en',
  messages: en,
  onError: (error) => {
    throw error;
  },
});

/** A value for every placeholder in a message. */
function valuesFor(message: string): Record<string, number> {
  return Object.fromEntries([...message.matchAll(/\{(\w+)[,}]/g)].map(([, name]) => [name, 2]));
}

test.each(Object.keys(en) as MessageId[])('%s can be read and filled in', (id) => {
  expect(intl.formatMessage({ id }, valuesFor(en[id]))).not.toBe('');
});
