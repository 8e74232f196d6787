import { ORPCError } from '@orpc/client';
import { beforeEach, expect, test } from 'vitest';
import { kindOf } from '../../src/renderer/client/kinds.ts';
import { dismissProblem, problemOf, showProblem, useProblem } from '../../src/renderer/client/problem.ts';

beforeEach(dismissProblem);

test("the engine's sentences are shown as they are", () => {
  const data = { safe: 'Nothing was changed.', remedy: 'Close it there.', stepId: 'step' };
  const error = new ORPCError('LOCKED', { defined: true, message: 'Somebody has it open.', data });
  expect(problemOf(error)).toMatchObject({ code: 'LOCKED', what: 'Somebody has it open.', ...data });
});

test('what nobody expected is not read out, but can be copied', () => {
  const problem = problemOf(new TypeError('undefined is not a function'));
  expect(problem.what).not.toContain('undefined');
  expect(problem.details).toContain('undefined is not a function');
});

test('what the person cancelled is no problem', () => {
  showProblem(new ORPCError('CANCELLED', { defined: true, message: 'Cancelled.' }));
  expect(useProblem.getState().problem).toBeNull();
  showProblem(new ORPCError('DISK', { defined: true, message: 'The disk is full.' }));
  expect(useProblem.getState().problem?.what).toBe('The disk is full.');
});

test('the contract says what counts as saving', () => {
  expect(kindOf(['codes', 'create'])).toBe('write');
  expect(kindOf(['project', 'open'])).toBe('session');
  expect(kindOf(['no', 'such'])).toBeUndefined();
});
