import { ORPCError } from '@orpc/client';
import { create } from 'zustand';
import { ERROR_CODES, ErrorData } from '../../contract/procedure.ts';
import { textOf } from '../messages/intl.tsx';
import { ShellError } from './connect.ts';

/** Something that went wrong, in sentences for people: what happened, what is safe, what to do. */
export interface Problem {
  readonly code: (typeof ERROR_CODES)[number];
  readonly what: string;
  readonly safe: string | undefined;
  readonly remedy: string | undefined;
  readonly candidates: readonly string[];
  /** The step that wants a confirmation, for the code CONFIRM. */
  readonly stepId: string | undefined;
  /** For a report to whoever can help: to be copied, not read. */
  readonly details: string;
}

/** What the connection and the shell say is a sentence already; what else was not expected is only for the details. */
function sentence(error: unknown, known: boolean): string {
  const message = error instanceof Error ? error.message : String(error);
  return known || error instanceof ShellError ? message : textOf('problem.unexpected');
}

/** Reads an error from the engine, the shell or the connection between. */
export function problemOf(error: unknown): Problem {
  const code = error instanceof ORPCError ? ERROR_CODES.find((each) => each === error.code) : undefined;
  const data = error instanceof ORPCError ? ErrorData.safeParse(error.data).data : undefined;
  const isLost = error instanceof ShellError && error.code === 'CONNECTION_LOST';
  const message = error instanceof Error ? error.message : String(error);
  return {
    code: code ?? 'INTERNAL',
    what: sentence(error, code !== undefined && code !== 'INTERNAL'),
    safe: data?.safe ?? (isLost ? textOf('problem.lost.safe') : undefined),
    remedy: data?.remedy ?? (isLost ? textOf('problem.lost.remedy') : undefined),
    candidates: data?.candidates ?? [],
    stepId: data?.stepId,
    details: [code ?? 'INTERNAL', message, error instanceof Error ? error.stack : ''].join('\n'),
  };
}

interface Problems {
  readonly problem: Problem | null;
}

/** The newest problem that nobody has dismissed; `app/ProblemNotice.tsx` shows it. */
export const useProblem = create<Problems>(() => ({ problem: null }));

/** Shows what went wrong until it is dismissed. A cancelled request is no problem. */
export function showProblem(error: unknown): void {
  const problem = problemOf(error);
  const aborted = error instanceof Error && error.name === 'AbortError';
  if (!aborted && problem.code !== 'CANCELLED') useProblem.setState({ problem });
}

/** Puts the shown problem away. */
export const dismissProblem = (): void => useProblem.setState({ problem: null });
