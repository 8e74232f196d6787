import type { ExchangeFormat } from '../../contract/exchange.ts';
import type { ExchangeReader } from './model.ts';

/**
 * The reader of each format, loaded when it is asked for: most of them bring a library along.
 * @returns the reader
 */
export async function readerOf(format: ExchangeFormat): Promise<ExchangeReader> {
  switch (format) {
    case 'refi':
      return (await import('./refi/read/read.ts')).readRefi;
    case 'qualcoder':
      return (await import('./qualcoder/read.ts')).readQualCoder;
    case 'taguette':
      return (await import('./taguette/read.ts')).readTaguette;
    case 'rqda':
      return (await import('./rqda/read.ts')).readRqda;
    case 'annotations':
      return (await import('./annotations/read.ts')).readAnnotations;
    case 'hypothesis':
      return (await import('./annotations/hypothesis.ts')).readHypothesis;
    case 'codings-table':
      return (await import('./codings-table/read.ts')).readCodingsTable;
  }
}
