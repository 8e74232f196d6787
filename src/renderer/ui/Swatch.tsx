import { codeLetter, codeStyle } from './colour.ts';

/** The small tinted square of a code with its letter; colour never speaks alone. Decorative: the name stands beside it. */
export function Swatch({
  name,
  colour,
  grouping = false,
}: {
  name: string;
  colour: string;
  grouping?: boolean;
}) {
  return (
    <span aria-hidden="true" className={grouping ? 'sw group' : 'sw'} style={codeStyle(colour)}>
      {codeLetter(name)}
    </span>
  );
}
