import { useMemo } from 'react';
import type { Span } from '../../text/reading.ts';
import { useOverlap } from '../state/overlap.ts';
import { useReader } from '../state/reader.ts';
import { useWorkspace } from '../state/workspace.ts';

/** The span that gets an outline: what the picker is open for or a question is about, else the selected passage. */
export function useOutlined(): Span | null {
  const picking = useReader((state) => state.picking);
  const asking = useOverlap((state) => state.asking);
  const passages = useReader((state) => state.reading?.passages);
  const selection = useWorkspace((workspace) => workspace.selection);
  const passageId = selection?.kind === 'passage' ? selection.passageId : null;
  const passage = passageId === null ? undefined : passages?.find(({ id }) => id === passageId);
  const resizing = useReader((state) => state.resizing);
  const target = (picking ?? asking)?.target ?? (resizing?.passageId === passageId ? resizing : passage);
  const { start, end } = target ?? {};
  return useMemo(() => (start === undefined || end === undefined ? null : { start, end }), [start, end]);
}
