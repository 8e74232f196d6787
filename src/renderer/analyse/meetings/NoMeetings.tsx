import type { ReactNode } from 'react';
import { type Lack, Nothing } from '../frame/Nothing.tsx';
import { useAnalysis } from '../state.ts';

/** Says why no codes meet; null where some do. */
export function noMeetings(lack: Lack | null): ReactNode {
  if (lack === null) return null;
  if (lack === 'meetings')
    return <Nothing lack={lack} onWay={() => useAnalysis.setState({ near: { by: 'section' } })} />;
  if (lack === 'few') return <Nothing lack={lack} onWay={() => useAnalysis.setState({ least: 1 })} />;
  return <Nothing lack={lack} />;
}
