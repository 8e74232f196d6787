import * as z from 'zod';

/** Identity of anything a person makes: a UUID, version 7 where Colligo minted it, of whatever form where another program did. */
export const Id = z.guid();

/** Position in a canonical text in UTF-16 code units. */
export const Offset = z.int().nonnegative();

/** A rectangle on a page: its physical number from 1, and points (1/72 inch) from the page's top left corner as it is shown. */
export const Region = z.object({
  page: z.int().min(1),
  x: z.number(),
  y: z.number(),
  width: z.number().positive(),
  height: z.number().positive(),
});
export type Region = z.infer<typeof Region>;

/** A moment in UTC, ISO 8601 with milliseconds. */
export const Moment = z.string();

export const Coder = z.object({ id: Id, name: z.string(), kind: z.enum(['person', 'consensus']) });
export type Coder = z.infer<typeof Coder>;

/** One named, undoable change, as the history shows it. */
export const Step = z.object({
  id: Id,
  /** Order in this file. */
  seq: z.int(),
  kind: z.enum(['base', 'do', 'undo', 'redo', 'merge']),
  /** For machines: noun.verb. */
  code: z.string(),
  /** For people. */
  label: z.string(),
  coder: z.object({ id: Id, name: z.string() }),
  at: Moment,
  /** Whether its effect is taken back at present. */
  undone: z.boolean(),
});
export type Step = z.infer<typeof Step>;

/** What every write answers: the step it made, or null where there was nothing to change; then the note says why. */
export const Written = z.object({ step: Step.nullable(), note: z.string().optional() });
export type Written = z.infer<typeof Written>;

/** A one-use permission to touch one path that the person picked; the page never sees or names the path itself. */
export const Grant = z.string().min(16).max(128);

export const Colour = z
  .string()
  .regex(/^#[0-9a-f]{6}$/, 'A colour is # and six hexadecimal digits in lower case.');
