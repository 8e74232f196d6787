import { join } from 'node:path';
import * as z from 'zod';
import { readIfThere, safeJson, writeWhole } from '../engine/profile.ts';

const FILE = 'browser-ports.json';
const KEPT = 4;
const Ports = z.array(z.int().min(1).max(65_535)).catch([]);

/**
 * Gives the ports that Colligo has had on this computer. A browser knows a page by its port, too: bookmarks hold as long
 * as it stays the same.
 * @param home the user's data folder
 * @returns the ports to try, in this order
 */
export function keptPorts(home: string): number[] {
  try {
    return Ports.parse(safeJson(readIfThere(join(home, FILE)) ?? '[]'));
  } catch {
    return []; // Only the address is another then.
  }
}

/** Puts a port behind those that are kept, for the next time. Failing is of no consequence: see above. */
export function keepPort(home: string, port: number): void {
  const ports = keptPorts(home);
  if (ports.includes(port)) return;
  try {
    writeWhole(home, FILE, JSON.stringify([...ports, port].slice(0, KEPT)));
  } catch {
    // See above.
  }
}
