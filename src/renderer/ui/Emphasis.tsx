import type { ReactNode } from 'react';
import type { Hits } from '../ranking/match.ts';

/** A name with what was typed set off in it, isolated from the direction of what stands around. */
export function Emphasis({ text, hits }: { text: string; hits: Hits }) {
  const parts: ReactNode[] = [];
  let at = 0;
  for (const [start, end] of hits) {
    parts.push(text.slice(at, start), <b key={start}>{text.slice(start, end)}</b>);
    at = end;
  }
  return (
    <bdi>
      {parts}
      {text.slice(at)}
    </bdi>
  );
}
