import type { MergeDifference } from '../../contract/codebook-exchange.ts';
import { useText } from '../messages/intl.tsx';

/** What differs, with the language that its words are in where one is said. */
export function FieldName({
  field,
  language,
}: {
  field: MergeDifference['field'];
  language: string | undefined;
}) {
  const t = useText();
  const name = t(`book.field.${field}`);
  return (
    <span className="quiet">
      {language === undefined || language === '' ? name : t('book.field.in', { name, language })}
    </span>
  );
}
