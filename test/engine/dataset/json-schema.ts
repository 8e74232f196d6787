/** A part of a JSON schema, draft 7. */
export interface JsonSchema {
  readonly [keyword: string]: unknown;
}

/** Keywords that say nothing about validity. */
const NOTES = new Set(
  'propertyOrder,title,description,context,examples,default,format,options,notes,hidden,$schema'.split(','),
);

/** The published schemas write `item` in one place where `items` was meant; validators ignore it, and so does this. */
const IGNORED = new Set(['item']);

const typeOf = (value: unknown): string => {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'array';
  return typeof value;
};

/**
 * Validates as far as the schemas of Data Package 2.0 go; a keyword that is not known here is an error, so that nothing is
 * passed over.
 * @returns what is wrong and where; empty where nothing is
 */
export function problemsOf(schema: JsonSchema, value: unknown, at = '$'): string[] {
  return Object.entries(schema).flatMap(([keyword, given]) => {
    if (NOTES.has(keyword) || IGNORED.has(keyword)) return [];
    const check = KEYWORDS[keyword];
    if (!check) throw new Error(`unknown keyword ${keyword} at ${at}`);
    return check(given, value, at);
  });
}

type Check = (given: unknown, value: unknown, at: string) => string[];

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> => typeOf(value) === 'object';
const when = (wrong: boolean, message: string) => (wrong ? [message] : []);
const branches = (given: unknown, value: unknown, at: string) =>
  (given as JsonSchema[]).map((schema) => problemsOf(schema, value, at));

const KEYWORDS: Readonly<Record<string, Check>> = {
  type: (given, value, at) => {
    const types = [given].flat() as string[];
    const own = typeOf(value);
    const fits = types.includes(own) || (types.includes('integer') && Number.isInteger(value));
    return when(!fits, `${at} is a ${own}, not a ${types.join(' or ')}`);
  },
  enum: (given, value, at) => when(!(given as unknown[]).includes(value), `${at} is not one of ${given}`),
  required: (given, value, at) =>
    isObject(value)
      ? (given as string[]).filter((key) => value[key] === undefined).map((key) => `${at}.${key} is missing`)
      : [],
  properties: (given, value, at) =>
    isObject(value)
      ? Object.entries(given as Record<string, JsonSchema>).flatMap(([key, schema]) =>
          value[key] === undefined ? [] : problemsOf(schema, value[key], `${at}.${key}`),
        )
      : [],
  items: (given, value, at) =>
    Array.isArray(value)
      ? value.flatMap((item, index) => problemsOf(given as JsonSchema, item, `${at}[${index}]`))
      : [],
  minItems: (given, value, at) =>
    when(Array.isArray(value) && value.length < Number(given), `${at} is too short`),
  minProperties: (given, value, at) =>
    when(isObject(value) && Object.keys(value).length < Number(given), `${at} has too little in it`),
  minimum: (given, value, at) =>
    when(typeof value === 'number' && value < Number(given), `${at} is too small`),
  uniqueItems: (given, value, at) => {
    if (given !== true || !Array.isArray(value)) return [];
    return when(
      new Set(value.map((item) => JSON.stringify(item))).size < value.length,
      `${at} repeats itself`,
    );
  },
  pattern: (given, value, at) =>
    when(
      typeof value === 'string' && !new RegExp(String(given)).test(value),
      `${at} does not match ${given}`,
    ),
  anyOf: (given, value, at) => {
    const tried = branches(given, value, at);
    return tried.some((problems) => problems.length === 0) ? [] : tried.flat();
  },
  oneOf: (given, value, at) => {
    const tried = branches(given, value, at);
    const fitting = tried.filter((problems) => problems.length === 0).length;
    return fitting === 1 ? [] : [`${at} fits ${fitting} of the alternatives`, ...tried.flat()];
  },
};
