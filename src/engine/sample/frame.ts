import { createAttribute, setAttribute } from '../cases/attributes.ts';
import { listCases } from '../cases/read.ts';
import { describeCase } from '../cases/write.ts';
import { importTaxonomy } from '../codebook/import.ts';
import { readTaxonomyFile } from '../codebook/taxonomy-file.ts';
import type { FileReader } from '../import/read-file.ts';
import { runImport } from '../import/run.ts';
import { renameProject } from '../projects/state.ts';
import type { Project } from '../store/project.ts';
import type { Sources } from './sources.ts';

/**
 * Sets the project up before anything is coded: the briefs, their cases with what is known of them, and the codebook.
 * @param taxonomy path of the taxonomy file
 * @param pause called before each step
 * @throws Error where a brief could not be read, or a case is not one of the manifest's
 */
export async function setUp(
  project: Project,
  sources: Sources,
  taxonomy: string,
  reader: FileReader,
  pause: () => void,
): Promise<void> {
  pause();
  renameProject(project, { description: sources.project.description });
  pause();
  for await (const event of runImport(project, reader, { paths: [sources.manifest] })) {
    const bad = event.type === 'finished' && event.files.find(({ state }) => state !== 'done');
    if (bad) throw new Error(`The sample's ${bad.name} could not be imported: ${bad.message}`);
  }
  pause();
  importTaxonomy(project, await readTaxonomyFile(taxonomy), 'ai-action-plans.json');
  describeCases(project, sources, pause);
}

function describeCases(project: Project, { project: source }: Sources, pause: () => void): void {
  const attributes = new Map(
    source.attributes.map((attribute) => {
      pause();
      return [attribute.name, createAttribute(project, { ...attribute, appliesTo: 'case' }).result];
    }),
  );
  for (const { name, description, values } of source.cases) {
    const id = listCases(project.db).find((one) => one.name === name)?.id;
    if (id === undefined) throw new Error(`The sample's manifest has no jurisdiction “${name}”.`);
    pause();
    describeCase(project, id, description);
    for (const [attribute, value] of Object.entries(values)) {
      const known = attributes.get(attribute);
      if (known === undefined) throw new Error(`The sample has no attribute “${attribute}”.`);
      pause();
      setAttribute(project, known, { case: id }, value);
    }
  }
}
