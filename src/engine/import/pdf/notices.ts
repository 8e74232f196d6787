/** What was counted while a file was read. */
export interface Counts {
  readonly pages: number;
  /** Pages that hold no text: all, and those of them that are filled by a picture. */
  readonly silent: number;
  readonly pictured: number;
  /** Pages of which something makes no sense. */
  readonly broken: number;
  /** Letters that the file gives no meaning to. */
  readonly unknown: number;
  /** Whether the file ends as it should. */
  readonly complete: boolean;
}

const RECOGNISE = 'run text recognition on the file first to search and code its words';
const AS_PICTURES = 'parts of these pages can be coded as pictures';

const some = (count: number, one: string, more: string) =>
  count === 1 ? `1 ${one}` : `${count.toLocaleString('en')} ${more}`;

/** What to tell of a file that did not say everything, one sentence each. */
export function noticesOf({ pages, silent, pictured, broken, unknown, complete }: Counts): string[] {
  const notices: string[] = [];
  if (silent === pages) {
    notices.push(
      `The PDF holds no text that could be read: ${RECOGNISE}; parts of its pages can be coded as pictures.`,
    );
  } else if (pictured > 0) {
    const which = some(pictured, 'page is a picture', 'pages are pictures');
    notices.push(`${which} without text: ${RECOGNISE}; ${AS_PICTURES}.`);
  }
  if (broken > 0) {
    const which = some(broken, 'page is', 'pages are');
    notices.push(
      `${which} damaged and may lack something: get the file again from where it came from to have all of it.`,
    );
  }
  if (unknown > 0) {
    const which = some(unknown, 'letter has', 'letters have');
    notices.push(
      `${which} no meaning given in the PDF: each appears as \ufffd or is left out where it is only drawn with.`,
    );
  }
  if (!complete)
    notices.push('The PDF ends early: what it holds up to there was read, and more may be missing.');
  return notices;
}
