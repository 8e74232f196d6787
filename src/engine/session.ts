import { existsSync, realpathSync } from 'node:fs';
import { basename } from 'node:path';
import { NOUNS, type Noun } from '../contract/nouns.ts';
import type { ProjectState } from '../contract/project.ts';
import { Person } from './coders/person.ts';
import { ColligoError } from './errors.ts';
import type { HeavyPool } from './heavy/pool.ts';
import { Workers } from './heavy/workers.ts';
import type { FileReader } from './import/read-file.ts';
import { actorOf } from './profile.ts';
import { RecentProjects } from './projects/recent.ts';
import { stateOf } from './projects/state.ts';
import { OwnSample } from './sample/copy.ts';
import { ScreenState } from './screen.ts';
import { readSettings } from './settings.ts';
import { copyVerified } from './store/backup.ts';
import { createProject } from './store/create.ts';
import type { Actor } from './store/mutate.ts';
import { openProject } from './store/open.ts';
import type { Project } from './store/project.ts';

/** The project that is open, if any, and what works for it. At most one at a time in a process. */
export class Session {
  readonly recent: RecentProjects;
  readonly screen: ScreenState;
  readonly sample: OwnSample;
  readonly #home: string;
  readonly #program: string;
  readonly #person: Person;
  readonly #workers: Workers;
  #project: Project | null = null;
  #listeners = new Set<(nouns: readonly Noun[]) => void>();
  /** Opening and closing take turns: two pages may ask at once. */
  #turn: Promise<unknown> = Promise.resolve();

  constructor(home: string, program: string) {
    this.#home = home;
    this.#program = program;
    this.#workers = new Workers(home);
    this.#person = new Person(home);
    this.recent = new RecentProjects(home);
    this.screen = new ScreenState(home);
    this.sample = new OwnSample(home, program);
  }

  /** @throws ColligoError NO_PROJECT */
  get project(): Project {
    if (!this.#project)
      throw new ColligoError('NO_PROJECT', 'No project is open.', {
        remedy: 'Open a project or make a new one.',
      });
    return this.#project;
  }

  /** Read-only workers on the open project. @throws ColligoError NO_PROJECT */
  get pool(): HeavyPool {
    return this.#workers.poolOn(this.project.path);
  }

  /** The worker that reads files for imports. */
  get reader(): FileReader {
    return this.#workers.reader;
  }

  /** @returns where the open project lies and how it was opened, or null; for the shells, never for the page */
  opened(): { path: string; mode: 'write' | 'read' } | null {
    return (
      this.#project && { path: this.#project.path, mode: this.#project.readOnly === null ? 'write' : 'read' }
    );
  }

  /** @returns how the open project stands, or null */
  state(): ProjectState | null {
    return this.#project && stateOf(this.#project);
  }

  /**
   * Opens a project; the one that is open stays open where that fails.
   * @throws ColligoError as store/open.ts says
   */
  open(
    path: string,
    mode: 'write' | 'read',
    actor: Actor | null = this.#person.actor(),
  ): Promise<ProjectState> {
    return this.#inTurn(async () => {
      // The lock of a project is held once: opening the same file again first lets go of it.
      if (this.#project && existsSync(path) && this.#project.path === realpathSync(path))
        await this.#closeNow();
      const { backups } = readSettings(this.#home);
      const project = await openProject(path, { mode, program: this.#program, actor, backups });
      await this.#replaceBy(project);
      return this.#announce();
    });
  }

  /**
   * Makes a project and opens it.
   * @param coder who makes it; where the machine knows nobody yet, this becomes the profile
   * @throws ColligoError NEEDS_CODER, and as store/create.ts says
   */
  create(path: string, title: string, coder: string | undefined): Promise<ProjectState> {
    return this.#inTurn(async () => {
      const actor = this.#person.founder(coder);
      createProject(path, { title, actor });
      const project = await openProject(path, {
        mode: 'write',
        program: this.#program,
        actor,
        backups: readSettings(this.#home).backups,
      });
      await this.#replaceBy(project);
      return this.#announce();
    });
  }

  /** Closes the open project, if there is one; everything is on disk when it returns. */
  close(): Promise<void> {
    return this.#inTurn(async () => {
      await this.#closeNow();
      this.#tell(['project']);
    });
  }

  /** Closes everything, workers included. */
  async end(): Promise<void> {
    await this.close();
    await this.#workers.end();
  }

  /** @returns the copy's name and size; see store/backup.ts */
  async saveCopy(path: string): Promise<{ fileName: string; bytes: number }> {
    const bytes = await copyVerified(this.project.db, path);
    return { fileName: basename(path), bytes };
  }

  /**
   * Decides who acts on the open project, and has them act on it; see coders/person.ts.
   * @returns their name, and whether the project does not know them yet
   * @throws ColligoError NEEDS_CODER, NOT_UNIQUE
   */
  actAs(coder: string | undefined): { name: string; isNew: boolean } {
    const { actor, isNew } = this.#person.in(this.project.db, coder);
    this.project.actor = actor;
    return { name: actor.name, isNew };
  }

  /**
   * Says who the person at the machine is, in the profile and in the open project; see coders/person.ts.
   * @throws ColligoError REFUSED where this machine knows somebody else already
   */
  introduce(name: string, coder?: string): { id: string; name: string } {
    const profile = this.#person.introduce(name, coder);
    if (this.#project) this.#project.actor = actorOf(profile);
    this.#tell(['project', 'coders']);
    return profile;
  }

  /** @returns the person at the machine, or null */
  me(): { id: string; name: string } | null {
    return this.#person.profile();
  }

  /** @returns a function that stops the listening */
  onChange(listener: (nouns: readonly Noun[]) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  async #replaceBy(project: Project): Promise<void> {
    try {
      await this.#closeNow();
    } catch (error) {
      project.close();
      throw error;
    }
    this.#adopt(project);
  }

  #adopt(project: Project): void {
    this.#project = project;
    project.onChange((nouns) => this.#tell(nouns));
  }

  #announce(): ProjectState {
    this.#remember();
    this.#tell(NOUNS);
    return stateOf(this.project);
  }

  async #closeNow(): Promise<void> {
    const project = this.#project;
    if (!project) return;
    try {
      this.#remember();
    } finally {
      // Whatever becomes of the list, the project is let go of.
      this.#project = null;
      await this.#workers.leave();
      project.close();
    }
  }

  #remember(): void {
    const { title, counts } = stateOf(this.project);
    this.recent.remember(this.project.path, { title, documents: counts.documents, codes: counts.codes });
  }

  #tell(nouns: readonly Noun[]): void {
    for (const listener of this.#listeners) listener(nouns);
  }

  #inTurn<Result>(action: () => Promise<Result>): Promise<Result> {
    const turn = this.#turn.then(action);
    this.#turn = turn.catch(() => undefined);
    return turn;
  }
}
