import './parallel.css';
import { useCommands } from '../commands/useCommands.ts';
import { useCodebook } from '../reader/useCodebook.ts';
import { PARALLEL_COMMANDS } from './commands.ts';
import { Picker } from './Picker.tsx';
import { Reading } from './Reading.tsx';
import { useColumns } from './useColumns.ts';
import { LEAST, useParallel } from './view.ts';

/** Two to four documents side by side, or the choice of them. */
export function Parallel() {
  useCommands(PARALLEL_COMMANDS);
  const codebook = useCodebook();
  const columns = useColumns(codebook);
  const { choosing } = useParallel();
  const { documents } = columns;
  if (documents === undefined) return <div className="pane-b" />;
  if (choosing !== null || documents.length < LEAST)
    return (
      <Picker
        chosen={choosing ?? documents.map(({ id }) => id)}
        canCancel={choosing !== null && documents.length >= LEAST}
      />
    );
  return <Reading {...columns} documents={documents} codebook={codebook} />;
}
