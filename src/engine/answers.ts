import { ORPCError } from '@orpc/server';
import { ColligoError } from './errors.ts';
import type { Mutation } from './store/mutate.ts';

/** @returns the contract's answer to a write, with a note where there was nothing to change */
export function written<Result>({ step }: Mutation<Result>, note: string) {
  return step ? { step } : { step, note };
}

/** Passes on what is told bit by bit; what fails on the way leaves the engine as any other answer would. */
export async function* answered<Told>(told: AsyncGenerator<Told, void>): AsyncGenerator<Told, void> {
  try {
    yield* told;
  } catch (error) {
    throw asAnswer(error);
  }
}

/**
 * What leaves the engine when something fails: Colligo's own errors as they are, anything else as INTERNAL, with the
 * details on stderr, where a report can be copied from.
 */
export function asAnswer(error: unknown): unknown {
  if (error instanceof ColligoError) {
    return new ORPCError(error.code, {
      message: error.message,
      data: error.data,
      defined: true,
      cause: error,
    });
  }
  if (error instanceof ORPCError) return error;
  console.error(error);
  return new ORPCError('INTERNAL', {
    message: 'Something went wrong inside Colligo.',
    data: {
      safe: 'Everything up to the last completed step is on disk.',
      remedy: 'Try again; if it happens again, please report it.',
    },
    defined: true,
    cause: error,
  });
}

/** What a write says that changed nothing. */
export const NOTHING_CHANGED = 'Nothing changed: it was so already.';
