import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import type { Scope } from '../../contract/scope.ts';
import { api } from '../client/shell.ts';
import { useText } from '../messages/intl.tsx';
import { narrows, useScope } from '../state/scope.ts';
import { Segments } from '../ui/Segments.tsx';

const EXTENTS = ['scope', 'everything'] as const;
type Extent = (typeof EXTENTS)[number];

/**
 * Asks, for what is written into a file, whether it holds what is in scope or everything. There is nothing to ask where the scope
 * leaves nothing out.
 * @param label what is asked, in a word
 * @returns the field, and what goes into the question to the engine
 */
export function useExtent(label: string): {
  readonly field: ReactNode;
  readonly part: { readonly scope?: Scope };
} {
  const t = useText();
  const [extent, setExtent] = useState<Extent>('scope');
  const scope = useScope((state) => state.scope);
  const isNarrow = narrows(scope);
  const { data: held } = useQuery({
    ...api.scope.count.queryOptions({ input: { scope } }),
    enabled: isNarrow,
  });
  if (!isNarrow) return { field: null, part: {} };
  const counts = { documents: held?.documents ?? 0, ofDocuments: held?.ofDocuments ?? 0 };
  const field = (
    <div className="row">
      <span className="f-label">{label}</span>
      <Segments<Extent>
        label={label}
        options={EXTENTS.map((value) => ({ value, label: t(`export.extent.${value}`, counts) }))}
        value={extent}
        onChange={setExtent}
      />
    </div>
  );
  return { field, part: extent === 'scope' ? { scope } : {} };
}
