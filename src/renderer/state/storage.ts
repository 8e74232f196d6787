/**
 * Screen state lives in this user's app data under the project's GUID, never in the file that travels. A browser that
 * keeps nothing (private windows, storage full) only forgets the screen, so failures here are of no consequence.
 */

const key = (projectId: string | null, noun: string) => `colligo/${projectId ?? 'app'}/${noun}`;

/**
 * Remembers a value for this user.
 * @param projectId the project it belongs to; null for the program as a whole
 * @param noun what it is
 */
export function keep(projectId: string | null, noun: string, value: unknown): void {
  try {
    localStorage.setItem(key(projectId, noun), JSON.stringify(value));
  } catch {
    // See above: the screen is forgotten, nothing else.
  }
}

/** Gives back what `keep` remembered, or undefined. */
export function recall<Value>(projectId: string | null, noun: string): Value | undefined {
  try {
    const text = localStorage.getItem(key(projectId, noun));
    return text === null ? undefined : (JSON.parse(text) as Value);
  } catch {
    return undefined;
  }
}
