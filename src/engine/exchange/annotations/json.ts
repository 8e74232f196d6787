import { createReadStream, statSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { createInterface } from 'node:readline';
import { ExchangeError } from '../error.ts';

/** The largest file of annotations, in bytes: some 300,000 of them. */
const MOST_BYTES = 256 * 1024 * 1024;

/** Something of a JSON file, which may be anything. */
export type Json = unknown;
export type JsonObject = Readonly<Record<string, Json>>;

/** @returns the value as an object; null for what is none */
export const asObject = (value: Json): JsonObject | null =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as JsonObject) : null;

/** @returns the value as a list: one thing is a list of one (JSON-LD 1.1), nothing one of none */
export function asList(value: Json): readonly Json[] {
  if (value === undefined || value === null) return [];
  return Array.isArray(value) ? value : [value];
}

/** @returns the objects of a list, or the only one; what is none is passed over */
export const objectsOf = (value: Json): JsonObject[] =>
  asList(value)
    .map(asObject)
    .filter((object) => object !== null);

/** @returns the value as well-formed text; empty for what is none */
export const asText = (value: Json): string => (typeof value === 'string' ? value.toWellFormed() : '');

/** @returns the value as a number; NaN for what is none */
export const asNumber = (value: Json): number => (typeof value === 'number' ? value : Number.NaN);

/** @returns a member that is the object's own; id and type also as JSON-LD writes them without a context */
export function member(object: JsonObject, name: string): Json {
  if (Object.hasOwn(object, name)) return object[name];
  return Object.hasOwn(object, `@${name}`) ? object[`@${name}`] : undefined;
}

/**
 * Reads a JSON file, or one of JSON lines.
 * @returns the values: one for JSON
 * @throws ExchangeError for a file that is too large, or no JSON
 */
export async function readJson(path: string): Promise<Json[]> {
  const title = basename(path);
  const facts = statSync(path, { throwIfNoEntry: false });
  if (!facts?.isFile()) throw new ExchangeError('The file is not there any more: choose it again.');
  if (facts.size > MOST_BYTES)
    throw new ExchangeError(`“${title}” is larger than the 256 MB that are read: export it in parts.`);
  const isLines = /\.(jsonl|ndjson)$/i.test(path);
  if (!isLines) {
    const whole = parse((await readFile(path, 'utf8')).replace(/^\uFEFF/, ''));
    if (whole !== undefined) return [whole];
  }
  return linesOf(path, title, isLines);
}

/** @param isSaid whether the file says that it has a value a line; otherwise that is tried */
async function linesOf(path: string, title: string, isSaid: boolean): Promise<Json[]> {
  const values: Json[] = [];
  let number = 0;
  for await (const line of createInterface({ input: createReadStream(path, 'utf8'), crlfDelay: Infinity })) {
    number++;
    if (!/\S/.test(line)) continue;
    const value = parse(line.replace(/^\uFEFF/, ''));
    if (value === undefined) {
      const where = isSaid ? ` (line ${number})` : '';
      throw new ExchangeError(
        `“${title}” is not well-formed JSON${where}: it may be cut off, or not JSON at all.`,
      );
    }
    values.push(value);
  }
  return values;
}

function parse(text: string): Json {
  try {
    return JSON.parse(text) as Json;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
