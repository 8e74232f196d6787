import type { Format } from '../../../src/contract/exports.ts';
import { writeDataset } from '../../../src/engine/dataset/write-dataset.ts';
import { connect } from '../../../src/engine/store/connect.ts';

// A program of its own that exports a dataset: its path, where to, and the format.
const [path = '', target = '', format] = process.argv.slice(2);
await writeDataset(connect(path, 'read'), target, { format: format as Format, texts: true });
