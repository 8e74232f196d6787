import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { findDocument } from '../documents/find.ts';
import { FileReader } from '../import/read-file.ts';
import { compactInto } from '../store/compact.ts';
import { createProject } from '../store/create.ts';
import { idText } from '../store/ids.ts';
import type { Actor } from '../store/mutate.ts';
import { openProject } from '../store/open.ts';
import { withOrigin } from '../store/origin.ts';
import type { Project } from '../store/project.ts';
import { sql } from '../store/sql.ts';
import { setUp } from './frame.ts';
import { writeSampleMemo } from './memos.ts';
import { SEED, screenFileOf } from './names.ts';
import { Seeded } from './seeded.ts';
import { readSources, type Sources, type Stretch, type Who } from './sources.ts';
import { codeBrief, codeCalled, reviewBrief } from './work.ts';

/** What the sample is made from, and where it goes. */
export interface SampleOptions {
  /** Folder with its readable sources. */
  readonly sources: string;
  /** The taxonomy that it is coded with. */
  readonly taxonomy: string;
  /** The file to be written; what is there is replaced. How its screen begins is laid beside it. */
  readonly target: string;
}

/**
 * Makes the sample project: two coders' work, step by step, through the same writes as anybody's. Times and identities go by
 * a seed, so that the same sources always give the same bytes.
 * @throws Error with one sentence where the sources contradict each other: a quote that no brief has, say
 */
export async function buildSample({ sources: folder, taxonomy, target }: SampleOptions): Promise<void> {
  const sources = readSources(folder);
  const workshop = mkdtempSync(join(tmpdir(), 'colligo-sample-'));
  const reader = new FileReader();
  try {
    const seeded = new Seeded(SEED, sources.project.diary[0]?.at ?? '2026-01-01T00:00:00Z');
    await withOrigin(seeded, () =>
      make(join(workshop, 'sample.colligo'), { sources, taxonomy, target }, seeded, reader),
    );
  } finally {
    await reader.close();
    rmSync(workshop, { recursive: true, force: true });
  }
}

async function make(
  draft: string,
  { sources, taxonomy, target }: { sources: Sources; taxonomy: string; target: string },
  seeded: Seeded,
  reader: FileReader,
): Promise<void> {
  const { title, coders, diary } = sources.project;
  const actors: Record<Who, Actor> = {
    A: { id: seeded.id(), name: coders.A },
    B: { id: seeded.id(), name: coders.B },
  };
  createProject(draft, { title, actor: actors.A });
  const project = await openProject(draft, {
    mode: 'write',
    program: 'the maker of the sample',
    actor: actors.A,
    backups: { everyHours: 24, keep: 0 },
  });
  try {
    // The draft is thrown away whatever happens: nobody waits for the disk after each of its steps.
    project.db.pragma('synchronous = OFF');
    const pause = () => seeded.pause();
    for (const stretch of diary) {
      seeded.goTo(stretch.at);
      project.actor = actors[stretch.by];
      if (stretch.does.what === 'begin') await setUp(project, sources, taxonomy, reader, pause);
      else work(project, sources, stretch, pause);
    }
    mkdirSync(dirname(target), { recursive: true });
    compactInto(project.db, target);
    writeFileSync(screenFileOf(target), `${JSON.stringify(firstScreen(project, sources), null, 2)}\n`);
  } finally {
    project.close();
  }
}

function work(project: Project, sources: Sources, { at, by, does }: Stretch, pause: () => void): void {
  if (does.what === 'code')
    codeBrief(project, does.document, sources.coded.get(does.document) ?? [], by, pause);
  if (does.what === 'review') {
    pause();
    reviewBrief(project, does.document, does.themes);
  }
  if (does.what === 'memos') {
    for (const memo of sources.memos.filter((each) => each.at === at && each.by === by)) {
      pause();
      writeSampleMemo(project, memo);
    }
  }
}

/** How the screen is to begin: a brief is open, the code of the question is marked, and the memos are listed. */
function firstScreen(project: Project, { project: { screen } }: Sources) {
  const document = findDocument(project.db, screen.document);
  const { id } = project.db.one<{ id: Uint8Array }>(sql`SELECT id FROM projects`);
  return {
    project: idText(id),
    parts: {
      workspace: {
        tabs: [{ kind: 'document', documentId: document }],
        documentId: document,
        codeId: codeCalled(project, screen.code),
      },
      panes: { view: 'memos' },
    },
  };
}
