/** Letters that Unicode does not take apart into a letter of ASCII and a mark. */
const LATIN: Readonly<Record<string, string>> = {
  ...{ Æ: 'AE', æ: 'ae', Đ: 'D', đ: 'd', Ð: 'D', ð: 'd', ı: 'i', Ł: 'L', ł: 'l', Œ: 'OE', œ: 'oe' },
  ...{ Ø: 'O', ø: 'o', ß: 'ss', Þ: 'TH', þ: 'th' },
};

/**
 * What R's QCA, fsQCA and Tosmana give a meaning of their own, as the name of a column or a value. Single letters of that kind
 * are among them: T and F are truth values in R.
 */
const RESERVED = new Set([
  ...['TRUE', 'FALSE', 'T', 'F', 'NA', 'NAN', 'INF', 'NULL', 'OUT', 'N', 'INCL', 'PRI', 'DCC', 'ID'],
  ...['CASE', 'CASES', 'NUMBER', 'CONSIST', 'COV', 'IF', 'ELSE', 'FOR', 'IN', 'NEXT'],
]);

/** What names are made of. */
export interface Naming {
  /** Stands before what has no letter at its beginning, and before the place of what has no letter of ASCII at all. */
  readonly letter: string;
  /** Upper case only: R's QCA and fsQCA read a lower-case name as the absence. */
  readonly isUpper: boolean;
  /** The longest that a name may be, in characters. */
  readonly most: number;
}

/**
 * @param labels as people wrote them, in any script
 * @returns a name for each that every one of the three programs reads: letters and digits of ASCII, a letter first, none twice
 * (whatever the case), none that means something else there
 */
export function legalNames(labels: readonly string[], { letter, isUpper, most }: Naming): string[] {
  const taken = new Set<string>();
  return labels.map((label, index) => {
    const letters = plainly(label);
    const plain = isUpper ? letters.toUpperCase() : letters;
    const isNamed = /[A-Za-z]/.test(plain);
    const base = /^[A-Za-z]/.test(plain) ? plain : `${letter}${isNamed ? plain : index + 1}`;
    let name = base.slice(0, most);
    for (let count = 2; taken.has(name.toUpperCase()) || RESERVED.has(name.toUpperCase()); count++) {
      name = `${base.slice(0, most - String(count).length)}${count}`;
    }
    taken.add(name.toUpperCase());
    return name;
  });
}

function plainly(label: string): string {
  const apart = label.normalize('NFKD').replace(/[^\0-\x7f]/gu, (character) => LATIN[character] ?? '');
  return apart.replace(/[^A-Za-z0-9]/g, '');
}
