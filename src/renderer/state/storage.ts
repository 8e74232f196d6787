import type * as z from 'zod';
import { client } from '../client/shell.ts';

/**
 * How the screen was left lives in this user's app data, by project, never in the file that travels. The stores ask for
 * it at once, so it is read whole before they do, and what changes is sent along a moment later. Only the arrangement
 * of the screen can be lost here, so nothing that fails is worth a word.
 */

type Project = string | null;

/** How long changes are gathered before they are sent. */
const GATHER_MS = 300;

const known = new Map<Project, Map<string, unknown>>();
/** What has changed since it was sent last. */
const waiting = new Map<Project, Set<string>>();
let timer: ReturnType<typeof setTimeout> | undefined;

const entry = <Value>(map: Map<Project, Value>, project: Project, empty: () => Value): Value => {
  const there = map.get(project) ?? empty();
  map.set(project, there);
  return there;
};

/**
 * Reads what was kept of a project's screen, for `recall` to find.
 * @param project its id; null for the program as a whole
 * @throws as a call of the engine does
 */
export async function loadScreen(project: string | null): Promise<void> {
  await sendScreen();
  known.set(project, new Map(Object.entries(await client.screen.read({ project }))));
}

/**
 * Remembers a value for this user.
 * @param project the project it belongs to; null for the program as a whole
 * @param noun what it is: a name in the manner of `workspace`
 * @param value any JSON
 */
export function keep(project: string | null, noun: string, value: unknown): void {
  const values = entry(known, project, () => new Map<string, unknown>());
  if (JSON.stringify(values.get(noun)) === JSON.stringify(value)) return;
  values.set(noun, value);
  entry(waiting, project, () => new Set<string>()).add(noun);
  timer ??= setTimeout(() => void sendScreen(), GATHER_MS);
}

/**
 * Gives back what `keep` remembered.
 * @param shape what it has to look like; a part with a `catch` falls back alone
 * @returns undefined where nothing was kept, or something of another shape
 */
export function recall<Value>(
  project: string | null,
  noun: string,
  shape: z.ZodType<Value>,
): Value | undefined {
  const value = known.get(project)?.get(noun);
  return value === undefined ? undefined : shape.safeParse(value).data;
}

/** Sends what has changed; what does not arrive goes along with the next change. */
export async function sendScreen(): Promise<void> {
  clearTimeout(timer);
  timer = undefined;
  const changed = [...waiting].flatMap(([project, names]) => [...names].map((name) => ({ project, name })));
  waiting.clear();
  await Promise.all(
    changed.map(({ project, name }) =>
      client.screen
        .keep({ project, name, value: known.get(project)?.get(name) })
        .catch(() => entry(waiting, project, () => new Set<string>()).add(name)),
    ),
  );
}

/** Sends what still waits when the page goes away. */
export function sendScreenAtLeaving(): void {
  window.addEventListener('pagehide', () => void sendScreen());
}
