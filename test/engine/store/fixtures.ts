import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { createProject } from '../../../src/engine/store/create.ts';
import { openProject } from '../../../src/engine/store/open.ts';
import { ANNA, optionsFor, tempFolder } from '../kit/project.ts';
import { fillEverything } from './everything.ts';

const FOLDER = join(import.meta.dirname, '../../fixtures/store');

const named = (number: number, extension: string) =>
  join(FOLDER, `${String(number).padStart(3, '0')}.${extension}`);

/** @returns the project that was made when the migration of that number was the newest, with a row in every table */
export const fixturePath = (number: number): string => named(number, 'colligo');

/** @returns its dump, as the present version reads it */
export const dumpPath = (number: number): string => named(number, 'dump.txt');

/** @returns a copy of the fixture that a test may change */
export function copyOfFixture(number: number): string {
  const copy = join(tempFolder(), 'old.colligo');
  copyFileSync(fixturePath(number), copy);
  return copy;
}

/** Makes the fixture of the present schema. A fixture that exists is never made again: it is what people's files are like. */
export async function makeFixture(number: number): Promise<void> {
  createProject(fixturePath(number), { title: `Made by migration ${number}`, actor: ANNA });
  const project = await openProject(fixturePath(number), optionsFor());
  fillEverything(project);
  project.close();
}
