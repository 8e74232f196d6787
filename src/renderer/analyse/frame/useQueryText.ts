import { useQuery } from '@tanstack/react-query';
import { useCallback } from 'react';
import { api } from '../../client/shell.ts';
import { useCoders } from '../../margin/useCoders.ts';
import { useCodebook } from '../../reader/useCodebook.ts';
import { useScopeInput } from '../../scope/useScopeInput.ts';
import { procedureQuery, scopeOptions, shellWord } from './query.ts';

/** What was asked of the engine, and how the command line would say it. */
export interface Asked {
  /** noun.verb, as in the contract. */
  readonly procedure: string;
  readonly input: object;
  /** The command and then its options, without the project and the scope; null where the command line has no words for it. */
  readonly command: readonly [string, ...string[]] | null;
}

/** Gives what writes a question as the command that gives the same numbers, or else as the procedure with its input. */
export function useQueryText(): (asked: Asked) => string {
  const { data: project } = useQuery(api.project.state.queryOptions());
  const { data: documents } = useQuery(api.documents.list.queryOptions());
  const { data: cases } = useQuery(api.cases.list.queryOptions());
  const codebook = useCodebook();
  const coders = useCoders();
  const scope = useScopeInput()?.scope;
  return useCallback(
    ({ procedure, input, command }) => {
      const options = scopeOptions(scope, {
        document: (id) => documents?.find((each) => each.id === id)?.title,
        case: (id) => cases?.find((each) => each.id === id)?.name,
        code: (id) => codebook.byId.get(id)?.path,
        coder: coders.nameOf,
      });
      if (command === null || options === null || project == null) return procedureQuery(procedure, input);
      const [name, ...rest] = command;
      return ['colligo', name, shellWord(project.fileName), ...rest.map(shellWord), ...options].join(' ');
    },
    [project, documents, cases, codebook, coders, scope],
  );
}
