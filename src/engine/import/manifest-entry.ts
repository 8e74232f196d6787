import * as z from 'zod';

/** Whether a date of the Gregorian calendar: 2025, 2025-07 or 2025-07-26 (ISO 8601, reduced precision allowed). */
function isDate(value: string): boolean {
  const [, month, day] = /^\d{4}(?:-(\d\d)(?:-(\d\d))?)?$/.exec(value) ? value.split('-') : [null, '0', '0'];
  if (month === undefined) return true;
  if (day === undefined) return Number(month) >= 1 && Number(month) <= 12;
  const moment = new Date(`${value}T00:00:00Z`);
  return !Number.isNaN(moment.getTime()) && moment.toISOString().startsWith(value);
}

function isLanguage(value: string): boolean {
  try {
    return Intl.getCanonicalLocales(value).length === 1;
  } catch {
    return false;
  }
}

/** Text that may be left out; null and an empty string count as left out. */
const said = (most: number) =>
  z
    .union([z.string(), z.number()], { error: 'must be text' })
    .nullish()
    .transform((value) =>
      value === null || value === undefined ? undefined : String(value).trim() || undefined,
    )
    .refine((value) => value === undefined || value.length <= most, {
      error: `must be ${most} characters at most`,
    });

const checked = (most: number, holds: (value: string) => boolean, error: string) =>
  said(most).refine((value) => value === undefined || holds(value), { error });

/** One text of a manifest. Fields that are not known here are let be. */
export const ManifestEntry = z.object(
  {
    file: z
      .string({ error: 'must name the file of the text' })
      .min(1, { error: 'must name the file of the text' }),
    id: said(200),
    title: said(1000),
    jurisdiction: said(500),
    case: said(500),
    issuer: said(1000),
    kind: said(200),
    date: checked(10, isDate, 'must be a date such as 2025, 2025-07 or 2025-07-26'),
    language: checked(35, isLanguage, 'must be a language tag such as en or pt-BR'),
    licence: said(1000),
    license: said(1000),
    sha256: checked(64, (value) => /^[0-9a-f]{64}$/i.test(value), 'must be 64 hexadecimal digits'),
  },
  { error: 'must be an object with the facts of one text' },
);
export type ManifestEntry = z.infer<typeof ManifestEntry>;
