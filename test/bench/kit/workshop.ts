import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createRouterClient, type RouterClient } from '@orpc/server';
import { afterAll } from 'vitest';
import type { ImportEvent } from '../../../src/contract/imports.ts';
import { createEngine } from '../../../src/engine/create.ts';
import type { Engine } from '../../../src/engine/engine.ts';
import { addBook } from '../../../src/engine/exchange/codebook/add.ts';
import { readBook } from '../../../src/engine/exchange/codebook/read.ts';
import type { Router } from '../../../src/engine/router.ts';

const CODES = join(import.meta.dirname, '../../fixtures/codes.json');

/** A folder, and an engine as the shells run it, for one bench file. Goes when the file is done. */
export class Workshop {
  readonly folder: string = mkdtempSync(join(tmpdir(), 'colligo-bench-'));
  readonly engine: Engine;
  readonly client: RouterClient<Router>;

  constructor() {
    this.engine = createEngine({ home: join(this.folder, '.home'), program: 'a bench', chooser: false });
    this.client = createRouterClient(this.engine.router);
    afterAll(async () => {
      await this.engine.close();
      rmSync(this.folder, { recursive: true, force: true });
    });
  }

  at(...names: string[]): string {
    return join(this.folder, ...names);
  }

  /** Makes and opens a project with the codes of the fixtures. */
  async make(name: string): Promise<void> {
    const grant = this.engine.grants.issue(this.at(name), 'save');
    await this.client.project.create({ grant, title: name, coder: 'A. Coder' });
    // Without the worker that reads it in the program: from sources it does not start.
    addBook(this.engine.session.project, await readBook(CODES), 'the fixtures');
  }

  async open(name: string): Promise<void> {
    await this.client.project.open({ from: { grant: this.engine.grants.issue(this.at(name), 'open') } });
  }

  /** Imports files, folders or manifests; @returns how it ended */
  async import(...paths: string[]): Promise<ImportEvent> {
    const grants = paths.map((path) => this.engine.grants.issue(resolve(path), 'import'));
    let last: ImportEvent | undefined;
    for await (const event of await this.client.imports.run({ grants })) last = event;
    if (last?.type !== 'finished' || last.failed > 0) throw new Error(JSON.stringify(last));
    return last;
  }

  /** @returns the id of a code of the fixtures that can be applied */
  async code(name: string): Promise<string> {
    const found = (await this.client.codes.list()).find((code) => code.name === name);
    if (!found) throw new Error(`the fixtures have no code ${name}`);
    return found.id;
  }

  /** Copies a closed project, which is one file. */
  copy(from: string, to: string): string {
    copyFileSync(this.at(from), this.at(to));
    return this.at(to);
  }
}
