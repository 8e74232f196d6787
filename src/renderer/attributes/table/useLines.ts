import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { api } from '../../client/shell.ts';
import { useText } from '../../messages/intl.tsx';
import { useScopeInput } from '../../scope/useScopeInput.ts';
import { type Column, columnsOf, type Line, sorted, type Words } from './model.ts';
import { useAttributeTable } from './state.ts';

/** What the table shows. */
export interface Shown {
  readonly columns: readonly Column[];
  readonly lines: readonly Line[];
  /** How many there are beside, outside of the scope. */
  readonly outside: number;
}

/** The words for yes and no. */
export function useCellWords(): Words {
  const t = useText();
  return useMemo(() => ({ yes: t('attributes.yes'), no: t('attributes.no') }), [t]);
}

/** The cases or documents in scope with what is known of them, sorted; undefined until they have come. */
export function useLines(): Shown | undefined {
  const { of, sorting } = useAttributeTable();
  const scoped = useScopeInput();
  const { data: attributes } = useQuery(api.attributes.list.queryOptions());
  const { data: cases } = useQuery(api.cases.list.queryOptions());
  const { data: documents } = useQuery(api.documents.list.queryOptions({ input: scoped }));
  return useMemo(() => {
    if (attributes === undefined || cases === undefined || documents === undefined) return undefined;
    const columns = columnsOf(attributes.filter(({ appliesTo }) => appliesTo === of));
    const valuesOf = (given: (typeof cases)[number]['attributes']) =>
      new Map(given.map(({ attributeId, value }) => [attributeId, value]));
    const inScope = new Map(documents.filter((each) => each.inScope).map(({ id, title }) => [id, title]));
    const titles = new Map(documents.map(({ id, title }) => [id, title]));
    const scope = scoped?.scope;
    const choosesDocuments = scope !== undefined && scope.documents.length + scope.attributes.length > 0;
    const all: readonly Line[] =
      of === 'document'
        ? documents.flatMap(({ id, title, cases: own, attributes: given, inScope: isIn }) =>
            isIn ? [{ id, name: title, members: own.map(({ name }) => name), values: valuesOf(given) }] : [],
          )
        : cases.flatMap(({ id, name, documents: own, attributes: given }) => {
            // A case is in scope if it is named, where any are, and holds a document in it, where documents are chosen.
            if (scope !== undefined && scope.cases.length > 0 && !scope.cases.includes(id)) return [];
            if (choosesDocuments && !own.some((each) => inScope.has(each))) return [];
            return [
              { id, name, members: own.map((each) => titles.get(each) ?? ''), values: valuesOf(given) },
            ];
          });
    const total = of === 'document' ? documents.length : cases.length;
    return { columns, lines: sorted(all, columns, sorting), outside: total - all.length };
  }, [attributes, cases, documents, of, sorting, scoped]);
}
