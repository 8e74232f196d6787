import type { DocumentRow } from '../../contract/documents.ts';
import { fileNameFor } from '../app/project.ts';
import { chooseSave } from '../chooser/choose.ts';
import { showProblem } from '../client/problem.ts';
import { client } from '../client/shell.ts';
import { textOf } from '../messages/intl.tsx';
import { tell } from '../state/news.ts';
import { useScope } from '../state/scope.ts';

/** Writes the PDF of a document with its passages in scope as annotations, to a place that the person chooses. */
export async function saveAnnotated({ id, title }: Pick<DocumentRow, 'id' | 'title'>): Promise<void> {
  const choice = await chooseSave(`${fileNameFor(title)}.pdf`);
  if (choice === null) return;
  try {
    const { scope } = useScope.getState();
    const { name, passages, left } = await client.annotated.write({
      grant: choice.grant,
      document: id,
      scope,
    });
    tell({ text: textOf('library.annotated.done', { name, passages, left }) });
  } catch (error) {
    showProblem(error);
  }
}
