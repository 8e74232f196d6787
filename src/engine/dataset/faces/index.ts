import type { Format } from '../../../contract/exports.ts';
import type { Face } from './face.ts';
import { JSONL } from './jsonl.ts';
import { PYTHON } from './loaders/python.ts';
import { R } from './loaders/r.ts';
import { SPSS } from './loaders/spss.ts';
import { STATA } from './loaders/stata.ts';
import { CSV, PACKAGE } from './package.ts';
import { PARQUET } from './parquet/face.ts';
import { QCA } from './qca/face.ts';
import { REFI } from './refi/face.ts';
import { W3C } from './w3c/face.ts';
import { XLSX } from './xlsx/face.ts';

/** Every form that the dataset can be written in, by the name of its format. */
export const FACES: Readonly<Record<Format, Face>> = {
  package: PACKAGE,
  csv: CSV,
  jsonl: JSONL,
  spss: SPSS,
  stata: STATA,
  r: R,
  python: PYTHON,
  xlsx: XLSX,
  parquet: PARQUET,
  w3c: W3C,
  qca: QCA,
  refi: REFI,
};
