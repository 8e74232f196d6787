import { useQuery } from '@tanstack/react-query';
import { api } from '../client/shell.ts';
import { useText } from '../messages/intl.tsx';
import { useComparison } from './view.ts';

/** What the comparison is called, after what stands in its columns. */
export function useComparisonTitle(): string {
  const t = useText();
  const columns = useComparison((view) => view.columns);
  const { data: attributes } = useQuery({
    ...api.attributes.list.queryOptions(),
    enabled: columns.by === 'attribute',
  });
  if (columns.by !== 'attribute') return t(`compare.by.${columns.by}`);
  return t('compare.by.attribute', {
    name: attributes?.find(({ id }) => id === columns.attribute)?.name ?? '',
  });
}
