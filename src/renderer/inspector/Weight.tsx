import type { CodingRow } from '../../contract/passages.ts';
import { write } from '../client/query.ts';
import { api } from '../client/shell.ts';
import { useText } from '../messages/intl.tsx';
import { say } from '../reader/say.ts';
import { PlainField } from './PlainField.tsx';

/** Digits of a whole number from 0 to 100; nothing clears the weight. */
const WEIGHT = /^(?:\d{1,2}|100)?$/;

/** How much a coding weighs, 0 to 100, edited in its row. Only one's own coding can be weighed. */
export function Weight({ coding, code }: { coding: CodingRow; code: string }) {
  const t = useText();
  const save = async (text: string) => {
    const weight = text.trim() === '' ? null : Number(text);
    const done = await write(api.codings.weigh.mutationOptions(), { coding: coding.id, weight });
    if (done === undefined) return false;
    say(weight === null ? t('inspector.weight.cleared', { code }) : t('inspector.weighed', { code, weight }));
    return true;
  };
  return (
    <PlainField
      label={t('inspector.weight', { code })}
      className="in-weight num"
      placeholder="–"
      value={coding.weight === null ? '' : String(coding.weight)}
      isReadOnly={false}
      check={(text) => WEIGHT.test(text.trim())}
      onSave={save}
    />
  );
}
