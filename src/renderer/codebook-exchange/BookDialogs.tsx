import './codebook-exchange.css';
import { ExportBook } from './ExportBook.tsx';
import { MergeBook } from './MergeBook.tsx';
import { endExchange, useBookExchange } from './state.ts';

/** The dialogs for codebooks as files, whichever is open. */
export function BookDialogs() {
  const { doing } = useBookExchange();
  if (doing?.kind === 'export') return <ExportBook onClose={endExchange} />;
  if (doing?.kind === 'merge')
    return <MergeBook key={doing.book.held} first={doing.book} onClose={endExchange} />;
  return null;
}
