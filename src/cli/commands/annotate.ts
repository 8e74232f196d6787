import { resolve } from 'node:path';
import type { Command } from 'commander';
import { findDocument } from '../../engine/documents/find.ts';
import { counted } from '../../engine/find.ts';
import { json, onProject } from '../options.ts';
import { print, withProject } from '../program.ts';
import { inScope, type ScopeOptions, scopeOf } from '../scope.ts';
import { usage } from '../usage.ts';

interface Options extends ScopeOptions {
  readonly json?: true;
}

/** `colligo annotate` */
export function addAnnotate(program: Command): void {
  inScope(onProject(program.command('annotate')))
    .description(
      'write the PDF of a document with its coded passages as annotations, which other readers show',
    )
    .argument('<target>', 'the file: out.pdf')
    .addOption(json())
    .action((path: string, target: string, options: Options) => {
      const [wanted, ...more] = options.document ?? [];
      if (wanted === undefined || more.length > 0) throw usage('give one --document');
      return withProject(path, 'read', {}, async ({ engine, client, project, signal }) => {
        const scope = scopeOf(project.db, options);
        const made = await client.annotated.write(
          {
            grant: engine.grants.issue(resolve(target), 'save'),
            document: findDocument(project.db, wanted),
            ...(scope && { scope }),
          },
          { signal },
        );
        const left =
          made.left > 0 ? ` ${counted(made.left, 'passage')} without a place on a page left out.` : '';
        print(options.json, made, [
          `${made.name}: ${counted(made.passages, 'passage')} as annotations.${left}`,
        ]);
      });
    });
}
