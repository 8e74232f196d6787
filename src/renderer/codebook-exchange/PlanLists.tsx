import type { MergeCode, MergeDifference } from '../../contract/codebook-exchange.ts';
import { useText } from '../messages/intl.tsx';
import { FieldName } from './FieldName.tsx';

/** Rows of a list that are shown; how many more there are is said. */
const SHOWN = 200;

/** Codes by their paths. */
export function CodeList({ title, codes }: { title: string; codes: readonly MergeCode[] }) {
  const t = useText();
  if (codes.length === 0) return null;
  return (
    <section className="book-part">
      <h3>{title}</h3>
      <ul>
        {codes.slice(0, SHOWN).map(({ id, path }) => (
          <li key={id}>
            <bdi>{path}</bdi>
          </li>
        ))}
      </ul>
      {codes.length > SHOWN ? (
        <p className="quiet">{t('book.merge.more', { count: codes.length - SHOWN })}</p>
      ) : null}
    </section>
  );
}

/** Fields that are taken from the file, with what is and what comes. */
export function Differences({ title, list }: { title: string; list: readonly MergeDifference[] }) {
  const t = useText();
  if (list.length === 0) return null;
  const shown = (text: string) => (text === '' ? t('book.merge.nothing') : text);
  return (
    <section className="book-part">
      <h3>{title}</h3>
      <ul>
        {list.slice(0, SHOWN).map(({ key, code, field, language, mine, theirs }) => (
          <li key={key}>
            <bdi>{code?.path ?? t('book.merge.top')}</bdi> <FieldName field={field} language={language} />
            <div className="book-change">
              <del dir="auto">{shown(mine)}</del> <ins dir="auto">{shown(theirs)}</ins>
            </div>
          </li>
        ))}
      </ul>
      {list.length > SHOWN ? (
        <p className="quiet">{t('book.merge.more', { count: list.length - SHOWN })}</p>
      ) : null}
    </section>
  );
}
