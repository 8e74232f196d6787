import { text } from 'node:stream/consumers';
import * as z from 'zod';
import { Citation, Format, UnitTable } from '../../../contract/exports.ts';
import { Scope } from '../../../contract/scope.ts';
import { DESCRIPTOR } from '../descriptor.ts';
import type { DatasetOptions } from '../write-dataset.ts';
import { type Place, unreadable } from './place.ts';

/** How a dataset was written, as it says itself. */
export interface Origin {
  /** The project's id. */
  readonly project: string;
  /** The version of Colligo that wrote it. */
  readonly version: string;
  readonly options: DatasetOptions & { readonly format: Format };
}

const Descriptor = z.object({
  colligo: z.object({
    version: z.string(),
    project: z.string(),
    dataset: z.number(),
    format: Format.default('package'),
    images: z.boolean().default(false),
    pseudonyms: z.boolean().default(false),
    units: UnitTable.optional(),
    citation: Citation.optional(),
    scope: z.string().optional(),
    filter: Scope.optional(),
  }),
  resources: z.array(z.object({ path: z.string() })),
});

/**
 * @param name what a person calls the place
 * @throws ColligoError UNREADABLE where it holds no dataset, or one that does not say how it was written
 */
export async function originOf(place: Place, name: string): Promise<Origin> {
  const said = place.paths.has(DESCRIPTOR) ? await text(await place.open(DESCRIPTOR)) : '';
  const { data } = Descriptor.safeParse(parsed(said));
  if (!data) {
    throw unreadable(
      `“${name}” holds no ${DESCRIPTOR} of Colligo, so it does not say how it was written.`,
      'Give the folder or zip that an export was written to.',
    );
  }
  const { version, project, format, images, scope, filter } = data.colligo;
  const { pseudonyms, units, citation } = data.colligo;
  if (scope !== undefined && filter === undefined) {
    throw unreadable(
      `“${name}” holds a part of its project, but does not say for programs which part.`,
      'Export that part again.',
    );
  }
  const texts = data.resources.some(({ path }) => path.startsWith('texts/'));
  const withImages = images || data.resources.some(({ path }) => path.startsWith('images/'));
  return {
    version,
    project,
    options: { format, texts, images: withImages, pseudonyms, units, citation, scope: filter },
  };
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return null;
  }
}
