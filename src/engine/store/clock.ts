import { presentOrigin } from './origin.ts';

/**
 * @param at a moment; the present one by default
 * @returns UTC, ISO 8601 with milliseconds: the form of every time in a project file
 */
export function moment(at: Date = presentOrigin()?.now() ?? new Date()): string {
  return at.toISOString();
}
