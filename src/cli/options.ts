import { type Command, InvalidArgumentError, Option } from 'commander';

export const json = () => new Option('--json', 'print one JSON document');
export const coder = () =>
  new Option('--coder <name>', "who acts; a name the project does not know is a new coder's");
export const document = () =>
  new Option('--document <key or title>', 'the document: its short key or its title').makeOptionMandatory();
export const weight = () =>
  new Option('--weight <number>', 'how strongly the code applies, 0 to 100').argParser((text) =>
    whole(text, 0, 100),
  );

/** The argument that every command but `new` begins with. */
export const onProject = (command: Command): Command =>
  command.argument('<project>', 'the project file, *.colligo');

/**
 * @param text what was typed
 * @returns it as a whole number
 * @throws InvalidArgumentError, which ends the program as a misunderstood command
 */
export function whole(text: string, from = 0, to = Number.MAX_SAFE_INTEGER): number {
  const value = Number(text);
  if (/^\d+$/.test(text) && value >= from && value <= to) return value;
  throw new InvalidArgumentError(
    to < Number.MAX_SAFE_INTEGER ? `It is a whole number from ${from} to ${to}.` : 'It is a whole number.',
  );
}

/** For options that may be given several times. */
export const collect = (value: string, before: readonly string[] | undefined): string[] => [
  ...(before ?? []),
  value,
];
