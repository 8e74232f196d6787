import { useQuery } from '@tanstack/react-query';
import type { HeldBook } from '../../contract/codebook-exchange.ts';
import { api } from '../client/shell.ts';
import { useText } from '../messages/intl.tsx';
import { MenuButton, type MenuRow } from '../ui/Menu.tsx';
import type { Base, Taken } from './held.ts';

/** Which common ancestor is taken: found, a version of this codebook, a file, or none. */
function Ancestor({
  book,
  base,
  onBase,
  onFile,
}: {
  book: HeldBook;
  base: Base;
  onBase: (base: Base) => void;
  /** Asks for a file. */
  onFile: () => void;
}) {
  const t = useText();
  const { data: versions = [] } = useQuery(api.codebookVersions.list.queryOptions());
  const version = typeof base === 'object' ? versions.find(({ id }) => id === base.version) : undefined;
  const value =
    version !== undefined
      ? t('book.base.ofVersion', { name: version.name })
      : t(`book.base.of.${typeof base === 'object' ? 'auto' : base}`, { name: book.base ?? '' });
  const rows: MenuRow[] = [
    { id: 'auto', label: t('book.base.of.auto'), checked: base === 'auto', run: () => onBase('auto') },
    { id: 'none', label: t('book.base.of.none'), checked: base === 'none', run: () => onBase('none') },
    ...(versions.length === 0 ? [] : ['-' as const]),
    ...versions.map(({ id, name }) => ({
      id,
      label: t('book.base.ofVersion', { name }),
      checked: id === version?.id,
      run: () => onBase({ version: id }),
    })),
    '-',
    ...(book.base === null
      ? []
      : [
          {
            id: 'file',
            label: t('book.base.of.file', { name: book.base }),
            checked: base === 'file',
            run: () => onBase('file'),
          },
        ]),
    { id: 'choose', label: t('book.base.choose'), run: onFile },
  ];
  return <MenuButton label={t('book.base')} value={<bdi>{value}</bdi>} rows={rows} />;
}

/** What is taken of the file, and what it is compared with. */
export function Choices({
  book,
  base,
  taken,
  onBase,
  onFile,
  onTake,
}: {
  book: HeldBook;
  base: Base;
  taken: Taken;
  onBase: (base: Base) => void;
  onFile: () => void;
  onTake: (taken: Taken) => void;
}) {
  const t = useText();
  const { schemes, languages } = book;
  const all = schemes.length === 0 ? [] : [{ iri: undefined, title: t('book.scheme.all') }, ...schemes];
  return (
    <div className="book-choices">
      <Ancestor book={book} base={base} onBase={onBase} onFile={onFile} />
      {all.length === 0 ? null : (
        <MenuButton
          label={t('book.scheme')}
          value={<bdi>{all.find(({ iri }) => iri === taken.scheme)?.title}</bdi>}
          rows={all.map(({ iri, title }) => ({
            id: iri ?? '',
            label: title,
            checked: iri === taken.scheme,
            run: () => onTake({ ...taken, scheme: iri }),
          }))}
        />
      )}
      {languages.length === 0 ? null : (
        <MenuButton
          label={t('book.language')}
          value={taken.language ?? t('book.language.found')}
          rows={[undefined, ...languages].map((language) => ({
            id: language ?? '',
            label: language ?? t('book.language.found'),
            checked: language === taken.language,
            run: () => onTake({ ...taken, language }),
          }))}
        />
      )}
    </div>
  );
}
