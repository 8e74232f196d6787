import { ORPCError } from '@orpc/client';
import type { ErrorData } from '../contract/procedure.ts';
import { ColligoError } from '../engine/errors.ts';

/**
 * @param error whatever a command threw
 * @returns what happened, what is safe and what to do, on one line; for faults of our own, the stack as well
 */
export function sentenceOf(error: unknown): string {
  if (error instanceof ColligoError) return withAdvice(error.message, error.data);
  if (error instanceof ORPCError) {
    // A wrong argument that only the contract noticed: its own words name the field.
    if (error.code === 'BAD_REQUEST') return `That was not understood: ${describeIssues(error.data)}`;
    return withAdvice(error.message, error.data as ErrorData | undefined);
  }
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

function withAdvice(message: string, data: ErrorData | undefined): string {
  return [message, data?.safe, data?.remedy].filter(Boolean).join(' ');
}

function describeIssues(data: unknown): string {
  const issues =
    (data as { issues?: readonly { path?: readonly unknown[]; message: string }[] } | undefined)?.issues ??
    [];
  return (
    issues.map((issue) => `${issue.path?.join('.') ?? ''}: ${issue.message}`).join('; ') ||
    'the arguments do not fit.'
  );
}
