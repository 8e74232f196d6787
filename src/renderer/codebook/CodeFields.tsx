import type { CodeRow } from '../../contract/codes.ts';
import { useText } from '../messages/intl.tsx';
import { updateCode } from './actions.ts';
import { CodeText } from './CodeText.tsx';

/** The fields in which a code is described, in the order a codebook prints them. */
const DESCRIPTION = ['definition', 'useWhen', 'useNotWhen', 'example'] as const;

interface Props {
  readonly code: CodeRow;
  readonly isReadOnly: boolean;
}

/** The name of a code, which cannot be empty. */
export function CodeNameField({ code, isReadOnly }: Props) {
  const t = useText();
  return (
    <CodeText
      name="name"
      label={t('code.name')}
      value={code.name}
      isReadOnly={isReadOnly}
      check={(text) => (text.trim() === '' ? t('code.name.error') : undefined)}
      onSave={(name) => updateCode(code.id, { name })}
    />
  );
}

/** What a code means, a field each. */
export function CodeDescription({ code, isReadOnly }: Props) {
  const t = useText();
  return DESCRIPTION.map((field) => (
    <CodeText
      key={field}
      name={field}
      label={t(`code.${field}`)}
      value={code[field]}
      rows={field === 'definition' ? 3 : 2}
      isReadOnly={isReadOnly}
      {...(field === 'definition' ? { placeholder: t('code.definition.placeholder') } : {})}
      onSave={(text) => updateCode(code.id, { [field]: text })}
    />
  ));
}
