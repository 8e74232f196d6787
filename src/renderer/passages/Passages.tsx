import './passages.css';
import { keepPreviousData, skipToken, useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { api } from '../client/shell.ts';
import { useCommands } from '../commands/useCommands.ts';
import { DrawerViews } from '../drawer/DrawerViews.tsx';
import type { MessageId } from '../messages/en.ts';
import { useText } from '../messages/intl.tsx';
import { useCodebook } from '../reader/useCodebook.ts';
import { useScopeInput } from '../scope/useScopeInput.ts';
import { useScope } from '../state/scope.ts';
import { useWorkspace } from '../state/workspace.ts';
import { inputOf, meetingInput } from './cell.ts';
import { PASSAGES_COMMANDS } from './commands.ts';
import { listInput } from './input.ts';
import { NoPassages } from './NoPassages.tsx';
import { PassagePicker } from './PassagePicker.tsx';
import { PassageRemover } from './PassageRemover.tsx';
import { QuoteList } from './QuoteList.tsx';
import { ViewMenus } from './ViewMenus.tsx';
import { usePassagesView } from './view.ts';

const NOTHING = { rows: [], total: 0, documents: 0 };

/** What the list is of: the code or document by its name, and what the engine is asked for. */
function useListed() {
  const t = useText();
  const { of, sort, cell } = usePassagesView();
  const scope = useScope((state) => state.scope);
  const { codeId, documentId } = useWorkspace();
  const { byId } = useCodebook();
  const { data: documents } = useQuery(api.documents.list.queryOptions());
  const scoped = useScopeInput();
  const code = codeId === null ? undefined : byId.get(codeId);
  const document = documents?.find(({ id }) => id === documentId);
  const everything = t(scoped === undefined ? 'passages.show.everything' : 'passages.inScope');
  const isCode = of === 'code' || of === 'below';
  const names = {
    scope: everything,
    code: code?.name,
    below: code?.name,
    document: document?.title,
    cell: cell?.name,
  };
  const name = names[of];
  const ofCell = of === 'cell' && cell !== null ? inputOf(cell, scope) : null;
  const meeting = of === 'cell' && cell !== null ? meetingInput(cell, scope) : null;
  const wanted = isCode
    ? { code: code?.id, below: of === 'below' }
    : of === 'document'
      ? { document: document?.id }
      : ofCell;
  const query = useQuery({
    ...api.passages.list.queryOptions({ input: listInput({ ...scoped, ...wanted }, sort) }),
    enabled: name !== undefined && meeting === null && (of !== 'cell' || ofCell !== null),
    placeholderData: keepPreviousData,
  });
  const met = useQuery({
    ...api.compare.meeting.queryOptions({ input: meeting === null ? skipToken : listInput(meeting, sort) }),
    placeholderData: keepPreviousData,
  });
  const data = meeting === null ? query.data : met.data;
  return {
    of,
    name,
    code,
    codeId: (isCode ? code?.id : of === 'cell' && cell?.codes.length === 1 ? cell.codes[0] : null) ?? null,
    isScoped: scoped !== undefined,
    pairs: meeting === null ? null : (met.data?.pairs ?? null),
    data: name === undefined ? undefined : of === 'cell' && ofCell === null ? NOTHING : data,
  };
}

/** How many passages are listed, in words. */
function Count({ listed: { of, name, isScoped, data, pairs } }: { listed: ReturnType<typeof useListed> }) {
  const t = useText();
  const chosen = usePassagesView((view) => view.chosen.length);
  if (name === undefined || data === undefined) return null;
  const id: MessageId =
    of === 'document'
      ? isScoped
        ? 'passages.countDocumentScoped'
        : 'passages.countDocument'
      : isScoped && of !== 'scope'
        ? 'passages.countScoped'
        : 'passages.count';
  const words = [
    t(id, { name, passages: data.total, documents: data.documents }),
    ...(pairs === null ? [] : [t('passages.pairs', { count: pairs })]),
    ...(data.total > data.rows.length ? [t('passages.first', { shown: data.rows.length })] : []),
    ...(chosen > 0 ? [t('passages.chosen', { count: chosen })] : []),
  ].join(' · ');
  // A long name is cut off, and never the count behind it.
  const isNamed = words.startsWith(name);
  return (
    <span className="n" role="status" title={words}>
      <span className="clip">{isNamed ? name : words}</span>
      {isNamed ? <span>{words.slice(name.length)}</span> : null}
    </span>
  );
}

/** The passages in scope, or of it those of the selected code or the open document, with their words: the way from a code back to the text. */
export function Passages() {
  useCommands(PASSAGES_COMMANDS);
  const codebook = useCodebook();
  const listed = useListed();
  const { of, name, code, data } = listed;
  const rows = data?.rows;
  const hasBelow = code !== undefined && codebook.codes.some(({ parentId }) => parentId === code.id);
  useEffect(() => {
    usePassagesView.setState({ rows: rows ?? [] });
  }, [rows]);
  return (
    <>
      <div className="pane-h ps-h">
        <DrawerViews />
        <Count listed={listed} />
        <span className="grow" />
        <ViewMenus />
      </div>
      <div className="pane-b">
        {name === undefined || rows?.length === 0 ? (
          <NoPassages of={of} name={name} widens={of === 'code' && hasBelow} />
        ) : rows === undefined ? null : (
          <QuoteList rows={rows} codebook={codebook} codeId={listed.codeId} />
        )}
      </div>
      <PassagePicker codebook={codebook} />
      <PassageRemover codebook={codebook} />
    </>
  );
}
