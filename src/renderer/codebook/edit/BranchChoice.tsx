import type { CodeRow } from '../../../contract/codes.ts';
import { useText } from '../../messages/intl.tsx';
import { Segments } from '../../ui/Segments.tsx';

/**
 * Chooses between the whole codebook and the branch of a code.
 * @param code the code that was asked for; without one there is nothing to choose
 */
export function BranchChoice({
  code,
  within,
  onChange,
}: {
  code: CodeRow | undefined;
  within: string | null;
  onChange: (within: string | null) => void;
}) {
  const t = useText();
  if (code === undefined) return null;
  return (
    <Segments
      label={t('codebook.within')}
      options={[
        { value: 'all', label: t('codebook.within.all') },
        { value: 'branch', label: t('codebook.within.branch', { name: code.name }) },
      ]}
      value={within === null ? 'all' : 'branch'}
      onChange={(value) => onChange(value === 'all' ? null : code.id)}
    />
  );
}
