import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Stripe } from './stripes.ts';

/** Where a stripe lies within one row of the page, in px from the row's top. */
export interface StripeBox {
  readonly stripe: Stripe;
  readonly top: number;
  readonly bottom: number;
  /** Whether the stripe's first or last unit stands in this row. */
  readonly begins: boolean;
  readonly ends: boolean;
}

/**
 * What the rows in sight have measured of themselves, by number of the row, for the margin to draw beside.
 * Only mounted rows are here: nothing else is ever measured.
 */
export interface Geometry {
  readonly rows: ReadonlyMap<number, readonly StripeBox[]>;
}

export type GeometryStore = StoreApi<Geometry>;

export const createGeometry = (): GeometryStore => createStore<Geometry>(() => ({ rows: new Map() }));

/** Puts down what a row has measured, or takes it away with an empty list. */
export function putRow(store: GeometryStore, row: number, boxes: readonly StripeBox[]): void {
  const { rows } = store.getState();
  if (boxes.length === 0 && !rows.has(row)) return;
  const next = new Map(rows);
  if (boxes.length === 0) next.delete(row);
  else next.set(row, boxes);
  store.setState({ rows: next });
}
