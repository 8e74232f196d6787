import { useText } from '../messages/intl.tsx';
import { useCodebook } from '../reader/useCodebook.ts';
import { useWorkspace } from '../state/workspace.ts';
import { MenuButton } from '../ui/Menu.tsx';

const DIGITS = [1, 2, 3, 4, 5, 6, 7, 8, 9] as const;

/** The digit that applies a code; this user's own choice, in no project file. */
export function QuickKey({ codeId }: { codeId: string }) {
  const t = useText();
  const { byId } = useCodebook();
  const { pinned, pin } = useWorkspace();
  const at = pinned.indexOf(codeId);
  const rows = DIGITS.map((digit) => {
    const other = pinned[digit - 1] ?? null;
    const name = other === null || other === codeId ? undefined : byId.get(other)?.name;
    return {
      id: String(digit),
      label: name === undefined ? String(digit) : t('code.key.taken', { digit, name }),
      checked: digit - 1 === at,
      run: () => pin(digit - 1, codeId),
    };
  });
  return (
    <MenuButton
      label={t('code.key')}
      value={at < 0 ? t('code.key.none') : at + 1}
      rows={[
        ...rows,
        ...(at < 0
          ? []
          : (['-', { id: 'none', label: t('code.key.none'), run: () => pin(at, null) }] as const)),
      ]}
    />
  );
}
