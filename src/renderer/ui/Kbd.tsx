import { formatKeys } from '../commands/keys.ts';

/** Shows a key or chord as this system writes it; boxed where it stands alone on a surface. */
export function Kbd({ keys, boxed = false }: { keys: string; boxed?: boolean }) {
  return <kbd className={boxed ? 'box' : undefined}>{formatKeys(keys)}</kbd>;
}
