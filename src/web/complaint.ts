import { ORPCError } from '@orpc/server';
import { ErrorData } from '../contract/procedure.ts';
import { ColligoError } from '../engine/errors.ts';
import { EngineRefusal } from '../engine/process/supervisor.ts';

const USAGE = 'Usage: web.js [project.colligo] [--port <number>] [--no-open]';

/** What was typed makes no sense. */
export class UsageError extends Error {}

/**
 * Says on one line why the program could not start.
 *
 * @param error that stopped it
 * @returns a sentence, with what to do where that is known; for a fault of ours the whole trace
 */
export function sentence(error: unknown): string {
  if (error instanceof ColligoError || error instanceof ORPCError) {
    const data = ErrorData.safeParse(error.data);
    return [error.message, data.data?.remedy].filter(Boolean).join(' ');
  }
  if (error instanceof EngineRefusal) return error.message;
  if (!(error instanceof Error)) return String(error);
  const code = 'code' in error ? String(error.code) : '';
  if (code === 'EADDRINUSE') return 'Another program uses this port; choose another, or leave out --port.';
  if (code === 'EACCES')
    return 'This port is reserved for the system; choose one above 1023, or leave out --port.';
  // Node adds advice about a double dash, which nobody here needs.
  if (code.startsWith('ERR_PARSE_ARGS'))
    return `${error.message.split('. ')[0]?.replace(/\.$/, '')}. ${USAGE}`;
  if (error instanceof UsageError) return `${error.message} ${USAGE}`;
  return error.stack ?? error.message;
}
