import { ORPCError } from '@orpc/client';
import { create } from 'zustand';
import { ERROR_CODES, type ErrorCode, ErrorData } from '../../contract/procedure.ts';
import type { ProjectState } from '../../contract/project.ts';
import type { MessageId } from '../messages/en.ts';
import { textOf } from '../messages/intl.tsx';
import { ShellError } from './connect.ts';

/** Something that went wrong, in sentences for people: what happened, what is safe, what to do. */
export interface Problem {
  /** Whether something went wrong, or is only to be known. */
  readonly tone: 'danger' | 'info';
  /** Null for what no call of the engine has met. */
  readonly code: ErrorCode | null;
  readonly what: string;
  readonly safe: string;
  readonly remedy: string;
  readonly candidates: readonly string[];
  /** The step that wants a confirmation, for the code CONFIRM. */
  readonly stepId: string | undefined;
  /** For a report to whoever can help: to be copied, not read. */
  readonly details: string;
}

type Advice = Readonly<Record<'safe' | 'remedy', MessageId>>;

const nothingChanged = (remedy: MessageId): Advice => ({ safe: 'problem.safe', remedy });

/** What is safe and what to do where the engine does not say it more exactly. */
const ADVICE: Readonly<Record<ErrorCode, Advice>> = {
  NO_PROJECT: nothingChanged('problem.noProject.remedy'),
  NOT_FOUND: nothingChanged('problem.notFound.remedy'),
  NOT_UNIQUE: nothingChanged('problem.notUnique.remedy'),
  REFUSED: nothingChanged('problem.refused.remedy'),
  CONFIRM: nothingChanged('problem.confirm.remedy'),
  NEEDS_CODER: nothingChanged('problem.needsCoder.remedy'),
  LOCKED: nothingChanged('problem.locked.remedy'),
  READ_ONLY: nothingChanged('problem.readOnly.remedy'),
  NOT_A_PROJECT: nothingChanged('problem.notAProject.remedy'),
  DAMAGED: { safe: 'problem.safe.damaged', remedy: 'problem.damaged.remedy' },
  NEWER: nothingChanged('problem.newer.remedy'),
  NO_GRANT: nothingChanged('problem.noGrant.remedy'),
  UNREADABLE: nothingChanged('problem.unreadable.remedy'),
  DISK: { safe: 'problem.safe.disk', remedy: 'problem.disk.remedy' },
  CANCELLED: nothingChanged('problem.cancelled.remedy'),
  INTERNAL: { safe: 'problem.safe.disk', remedy: 'problem.internal.remedy' },
};

const LOST: Advice = { safe: 'problem.lost.safe', remedy: 'problem.lost.remedy' };

/** What the shell refuses is a sentence with its own advice in it, and of nothing that was under way. */
function adviceOn(error: unknown, code: ErrorCode): Advice {
  if (!(error instanceof ShellError)) return ADVICE[code];
  return error.code === 'CONNECTION_LOST' ? LOST : ADVICE.REFUSED;
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
  const advice = adviceOn(error, code ?? 'INTERNAL');
  const message = error instanceof Error ? error.message : String(error);
  return {
    tone: 'danger',
    code: code ?? 'INTERNAL',
    what: sentence(error, code !== undefined && code !== 'INTERNAL'),
    safe: data?.safe ?? textOf(advice.safe),
    remedy: data?.remedy ?? textOf(advice.remedy),
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

/** Shows what went wrong until it is dismissed. A cancelled request is no problem, nor is one that somebody would not put their name to. */
export function showProblem(error: unknown): void {
  const problem = problemOf(error);
  const aborted = error instanceof Error && error.name === 'AbortError';
  const isOff = problem.code === 'CANCELLED' || problem.code === 'NEEDS_CODER';
  if (!aborted && !isOff) useProblem.setState({ problem });
}

const NOTHING_ELSE = { code: null, candidates: [], stepId: undefined, details: '' } as const;

/**
 * Says that the engine was started again, and how much of the work is in the file.
 * @param project how it stands now; null where it could not be opened again
 */
export function showResumed(project: Pick<ProjectState, 'savedAt'> | null): void {
  const time = project?.savedAt ?? null;
  useProblem.setState({
    problem: {
      ...NOTHING_ELSE,
      tone: 'info',
      what: textOf('problem.resumed'),
      safe:
        project === null
          ? textOf('problem.resumed.closed')
          : time === null
            ? textOf('problem.resumed.nothing')
            : textOf('problem.resumed.safe', { time: Date.parse(time) }),
      remedy: textOf(project === null ? 'problem.resumed.open' : 'problem.resumed.remedy'),
    },
  });
}

/**
 * Says that the connection is gone for good.
 * @param why as the shell says it
 */
export function showOver(why: ShellError): void {
  useProblem.setState({
    problem: {
      ...NOTHING_ELSE,
      tone: 'danger',
      what: why.code === 'NOT_ADMITTED' ? textOf('problem.over.other') : why.message,
      safe: textOf('problem.lost.safe'),
      remedy: textOf(why.code === 'NOT_ADMITTED' ? 'problem.over.open' : 'problem.over.start'),
    },
  });
}

/** Puts the shown problem away. */
export const dismissProblem = (): void => useProblem.setState({ problem: null });
