import { parentPort, type Transferable } from 'node:worker_threads';
import { ImportError } from './errors.ts';
import { type ParseAnswer, type ParseRequest, packFile } from './parse-protocol.ts';
import { readSource } from './read-source.ts';

/**
 * The program of the parse worker: reads the files it is asked for, one after the other, apart from the engine, so that a
 * hostile one costs a worker and not the project. Started by `read-file.ts` only, from TypeScript as it stands or bundled.
 */
const answer = (message: ParseAnswer, moved: Transferable[] = []) => parentPort?.postMessage(message, moved);

function explain(error: unknown): ImportError {
  if (error instanceof ImportError) return error;
  // Parsers of nested formats call themselves; V8 ends that before it hurts.
  if (error instanceof RangeError && error.message.includes('call stack')) {
    return new ImportError(
      'too_complex',
      'The file nests quotations or lists too deeply to be read: flatten them.',
    );
  }
  return new ImportError(
    'crashed',
    'The file could not be read because of an error in Colligo: report it with the file.',
  );
}

parentPort?.on('message', async ({ id, source, limits }: ParseRequest) => {
  try {
    const read = await readSource(source, (progress) => answer({ id, type: 'progress', progress }), limits);
    const file = packFile(read);
    const { words, sentences } = file.reading;
    // Moved rather than copied, so that a large file is not in memory twice.
    const moved = [words, sentences, file.bytes, file.text].map(({ buffer }) => buffer as ArrayBuffer);
    answer({ id, type: 'done', file }, moved);
  } catch (error) {
    const { code, message } = explain(error);
    answer({ id, type: 'failed', code, message });
  }
});
