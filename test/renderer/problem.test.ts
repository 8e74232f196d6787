import { ORPCError } from '@orpc/client';
import { beforeEach, expect, test } from 'vitest';
import { ERROR_CODES } from '../../src/contract/procedure.ts';
import { ShellError } from '../../src/renderer/client/connect.ts';
import { kindOf } from '../../src/renderer/client/kinds.ts';
import {
  dismissProblem,
  problemOf,
  showOver,
  showProblem,
  showResumed,
  useProblem,
} from '../../src/renderer/client/problem.ts';

beforeEach(dismissProblem);

test("the engine's sentences are shown as they are", () => {
  const data = { safe: 'Nothing was changed.', remedy: 'Close it there.', stepId: 'step' };
  const error = new ORPCError('LOCKED', { defined: true, message: 'Somebody has it open.', data });
  expect(problemOf(error)).toMatchObject({ code: 'LOCKED', what: 'Somebody has it open.', ...data });
});

test.each(ERROR_CODES)('the code %s says what happened, what is safe and what to do', (code) => {
  const bare = problemOf(new ORPCError(code, { defined: true, message: 'It happened.' }));
  for (const said of [bare.what, bare.safe, bare.remedy]) expect(said).toMatch(/^[A-Z].+\.$/);
  expect(bare.safe).not.toBe(bare.remedy);
});

test.each(['CONNECTION_LOST', 'REFUSED'] as const)('so does what the shell says by %s', (code) => {
  const { what, safe, remedy } = problemOf(new ShellError(code, 'It happened.'));
  expect(what).toBe('It happened.');
  for (const said of [safe, remedy]) expect(said).toMatch(/^[A-Z].+\.$/);
});

test('an engine that was started again says until when everything is in the file', () => {
  showResumed({ savedAt: '2026-03-02T10:42:05.120Z' });
  const { problem } = useProblem.getState();
  expect(problem).toMatchObject({ tone: 'info', what: 'Colligo’s engine stopped and was started again.' });
  expect(problem?.safe).toMatch(/ \d{1,2}:42:05/);
  showResumed(null);
  expect(useProblem.getState().problem?.remedy).toContain('Open it');
  showOver(new ShellError('GIVEN_UP', 'It stops again and again.'));
  expect(useProblem.getState().problem).toMatchObject({ tone: 'danger', what: 'It stops again and again.' });
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
