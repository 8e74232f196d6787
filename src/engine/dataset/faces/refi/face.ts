import { Refi } from '../../../exchange/refi/write/context.ts';
import { filesOf } from '../../../exchange/refi/write/files.ts';
import { projectXml } from '../../../exchange/refi/write/project.ts';
import { learnSpaces } from '../../../exchange/refi/write/spaces.ts';
import { refused } from '../../output/failure.ts';
import type { Face } from '../face.ts';

/** The largest file that the standard lets an archive hold (REFI-QDA 1.5, section 8). */
const MOST_BYTES = 2_147_483_647;

/** The whole project in the exchange format of programs for qualitative analysis. */
export const REFI: Face = {
  format: 'refi',
  about: 'The whole project as REFI-QDA (.qdpx), for ATLAS.ti, MAXQDA, NVivo, QualCoder and others.',
  isSingle: true,
  isArchive: true,
  tables: null,
  async *files(frame, { refi: options = { profile: 'standard', plain: false }, onStep }) {
    const refi = new Refi(frame, options);
    const step = () => onStep?.();
    await learnSpaces(refi);
    yield {
      path: 'project.qde',
      content: projectXml(refi, step),
      isPacked: true,
      onWritten: ({ bytes }) => {
        if (bytes <= MOST_BYTES) return;
        throw refused(
          'The project is larger than a file within a REFI-QDA archive may be (2 GB).',
          'Export a part of it.',
        );
      },
    };
    yield* filesOf(refi, step);
  },
};
