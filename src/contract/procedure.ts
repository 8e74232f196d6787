import { oc } from '@orpc/contract';
import * as z from 'zod';

/**
 * How a procedure touches the project. `read` answers from the writer's own connection, `heavy` runs in a read-only
 * worker and can be cancelled, `write` is one named step in the log, `session` opens, closes or describes what is open.
 */
export type ProcedureKind = 'read' | 'heavy' | 'write' | 'session';

export interface ProcedureMeta {
  readonly kind: ProcedureKind;
  /** One sentence: what a caller gets. */
  readonly about: string;
}

/** What went wrong, for machines. The message beside it is one sentence for people. */
export const ERROR_CODES = [
  'NO_PROJECT',
  'NOT_FOUND',
  'NOT_UNIQUE',
  'REFUSED',
  'CONFIRM',
  'NEEDS_CODER',
  'LOCKED',
  'READ_ONLY',
  'NOT_A_PROJECT',
  'DAMAGED',
  'NEWER',
  'NO_GRANT',
  'UNREADABLE',
  'DISK',
  'CANCELLED',
  'INTERNAL',
] as const;

export type ErrorCode = (typeof ERROR_CODES)[number];

/** What comes with an error beside its sentence. */
export const ErrorData = z.object({
  /** What is safe: "Nothing was changed." */
  safe: z.string().optional(),
  /** What the person can do now. */
  remedy: z.string().optional(),
  /** What there is instead, where something was not found or not unique. */
  candidates: z.array(z.string()).optional(),
  /** The step that wants a confirmation. */
  stepId: z.string().optional(),
});
export type ErrorData = z.infer<typeof ErrorData>;

const errors = Object.fromEntries(ERROR_CODES.map((code) => [code, { data: ErrorData.optional() }])) as {
  [Code in ErrorCode]: { data: z.ZodOptional<typeof ErrorData> };
};

/**
 * Starts a procedure of the contract.
 * @param kind how it touches the project
 * @param about one sentence that says what a caller gets
 * @returns an oRPC contract builder that carries both as metadata, and Colligo's typed errors
 */
export function procedure(kind: ProcedureKind, about: string) {
  return oc.$meta<ProcedureMeta>({ kind, about }).errors(errors);
}
