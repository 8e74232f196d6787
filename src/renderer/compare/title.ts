import { useQuery } from '@tanstack/react-query';
import { api } from '../client/shell.ts';
import { useText } from '../messages/intl.tsx';
import { useComparison } from './view.ts';

/** What the comparison is called, after what stands in its columns. */
export function useComparisonTitle(): string {
  const t = useText();
  const { columns, face } = useComparison();
  const { data: attributes } = useQuery({
    ...api.attributes.list.queryOptions(),
    enabled: columns.by === 'attribute',
  });
  const what = face === 'quotes' ? 'board' : 'compare';
  if (columns.by !== 'attribute') return t(`${what}.by.${columns.by}`);
  return t(`${what}.by.attribute`, {
    name: attributes?.find(({ id }) => id === columns.attribute)?.name ?? '',
  });
}
