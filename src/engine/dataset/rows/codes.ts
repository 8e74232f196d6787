import type { CODERS } from '../fields/coders.ts';
import type { CODES } from '../fields/codes.ts';
import type { RowOf } from '../fields/field.ts';
import type { Frame } from '../frame.ts';

/** @returns the rows of codes.csv, in tree order */
export function* codeRows({ codes }: Frame): Generator<RowOf<typeof CODES>, void> {
  for (const { node, position, path } of codes.values()) {
    yield {
      code_id: node.id,
      parent_id: node.parentId,
      position,
      level: node.path.length,
      path,
      name: node.name,
      definition: node.definition,
      use_when: node.useWhen,
      use_not_when: node.useNotWhen,
      example: node.example,
      colour: node.colour,
      codable: node.codable,
    };
  }
}

/** @returns the rows of coders.csv */
export function* coderRows({ coders }: Frame): Generator<RowOf<typeof CODERS>, void> {
  for (const { id, name, kind, createdAt } of coders.values()) {
    yield { coder_id: id, name, kind, created_at: createdAt };
  }
}
