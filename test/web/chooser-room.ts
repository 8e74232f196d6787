import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Chooser } from '../../src/engine/files/chooser.ts';
import { Grants } from '../../src/engine/files/grants.ts';
import { scratch } from './running.ts';

/** What a test of the chooser begins with. */
export interface Room {
  readonly chooser: Chooser;
  readonly grants: Grants;
  readonly home: string;
  readonly folder: string;
  /** Token of the folder, got as the page gets it: by walking there. */
  readonly token: string;
}

/** A chooser and a folder of plans to walk. */
export async function room(): Promise<Room> {
  const base = scratch();
  const [home, folder] = [join(base, 'data'), join(base, 'plans')];
  mkdirSync(join(folder, 'Annexes'), { recursive: true });
  for (const name of ['plan 10.md', 'plan 9.MD', 'codes.json', 'old.colligo', 'film.mp4', '.hidden.md']) {
    writeFileSync(join(folder, name), name);
  }
  const grants = new Grants();
  const chooser = new Chooser({ home, grants, enabled: true, started: folder });
  const { places } = await chooser.list({ folder: null, purpose: 'plans' });
  return { chooser, grants, home, folder, token: places.find(({ name }) => name === 'plans')?.token ?? '' };
}
