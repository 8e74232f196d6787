/** Somebody who made a dataset. */
export interface Creator {
  /** As it is cited: “Family, Given”, or the name of an organisation. */
  readonly name: string;
  /** Of a person; null for an organisation. */
  readonly person: { readonly family: string; readonly given: string } | null;
  /** Sixteen digits with hyphens; null where none was given. */
  readonly orcid: string | null;
}

/** An ORCID iD in brackets at the end, with or without its address. */
const ORCID = /\s*[(<[]\s*(?:https?:\/\/orcid\.org\/)?(\d{4}-\d{4}-\d{4}-\d{3}[\dX])\s*[)>\]]$/;

/**
 * @param said “Family, Given” for a person, a name without a comma for an organisation; an ORCID iD may follow in brackets
 * @returns what it says
 */
export function creatorOf(said: string): Creator {
  const orcid = ORCID.exec(said)?.[1] ?? null;
  const name = said.replace(ORCID, '').replace(/\s+/gu, ' ').trim();
  const comma = name.indexOf(',');
  const [family, given] = [name.slice(0, comma).trim(), name.slice(comma + 1).trim()];
  const isPerson = comma > 0 && family !== '' && given !== '';
  return {
    name: isPerson ? `${family}, ${given}` : name,
    person: isPerson ? { family, given } : null,
    orcid,
  };
}
