import fc from 'fast-check';
import { expect, test } from 'vitest';
import { linkTo, readLink } from '../../src/renderer/memos/links.ts';
import { askedAt, type Mentionable, offersFor, withMention } from '../../src/renderer/memos/mention.ts';
import { plainWords, titleOf } from '../../src/renderer/memos/words.ts';

const ID = '01890a5d-ac96-774b-bcce-b302099a8057';
const OTHER = '01890a5d-ac96-774b-bcce-b302099a8058';

const offer = (kind: Mentionable['kind'], name: string): Mentionable => ({
  kind,
  id: ID,
  name,
  place: '',
  link: `colligo:${kind}/${ID}`,
});

test('a mention is asked for behind a sign that begins a word', () => {
  expect(askedAt('see @nor', 8)).toEqual({ sign: '@', words: 'nor', start: 4 });
  expect(askedAt('see @nor', 6)).toEqual({ sign: '@', words: 'n', start: 4 });
  expect(askedAt('(#', 2)).toEqual({ sign: '#', words: '', start: 1 });
  expect(askedAt('#Lay particip', 13)).toEqual({ sign: '#', words: 'Lay particip', start: 0 });
  for (const text of ['me@home', '# Heading', 'see @a\nb', 'nothing', '[a](colligo:code/1) ']) {
    expect(askedAt(text, text.length), text).toBeNull();
  }
});

test('# offers codes, @ the rest; what begins with the words comes first', () => {
  const all = [offer('document', 'The harbour'), offer('document', 'Harbour plan'), offer('code', 'Harbour')];
  const names = (text: string) => {
    const asked = askedAt(text, text.length);
    return asked === null ? [] : offersFor(asked, all).map(({ name }) => name);
  };
  expect(names('@harb')).toEqual(['Harbour plan', 'The harbour']);
  expect(names('#harb')).toEqual(['Harbour']);
});

test('a mention takes the place of what was typed, whatever stands around', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), fc.string({ minLength: 1 }), (before, after, name) => {
      const text = `${before} @ab${after}`;
      const caret = before.length + 4;
      const asked = askedAt(text, caret);
      expect(asked).not.toBeNull();
      if (asked === null) return;
      const done = withMention(text, asked, caret, { name, link: `colligo:code/${ID}` });
      expect(done.text.startsWith(`${before} [`)).toBe(true);
      expect(done.text.slice(0, done.caret).endsWith(`](colligo:code/${ID}) `)).toBe(true);
      expect(done.text.slice(done.caret)).toBe(after.replace(/^ /, ''));
    }),
  );
});

test('links are read as they were written, and nothing else is', () => {
  const passage = { kind: 'passage', id: ID, document: OTHER, start: 3, end: 9 } as const;
  for (const target of [{ kind: 'code', id: ID } as const, { kind: 'memo', id: ID } as const, passage]) {
    expect(readLink(linkTo(target))).toEqual(target);
  }
  for (const url of [
    'colligo:code/1',
    'https://example.org',
    `colligo:passage/${ID}`,
    `colligo:case/${ID}`,
  ]) {
    expect(readLink(url), url).toBeNull();
  }
});

test('a memo is called by its title, else by its first words without marks', () => {
  expect(titleOf({ title: 'T', body: 'b' })).toBe('T');
  expect(titleOf({ title: '', body: `## Who *sits* in [Panel \\[2\\]](colligo:code/${ID})?` })).toBe(
    'Who sits in Panel [2]?',
  );
  expect(plainWords('> a\n- b\n1. c')).toBe('a b c');
  expect(titleOf({ title: '', body: 'word '.repeat(40) }).length).toBeLessThanOrEqual(61);
});
