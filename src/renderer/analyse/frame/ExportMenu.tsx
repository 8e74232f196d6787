import { Download } from 'lucide-react';
import { runCommand } from '../../commands/useCommands.ts';
import { useText } from '../../messages/intl.tsx';
import { Button } from '../../ui/Button.tsx';
import { MenuButton, type MenuRow } from '../../ui/Menu.tsx';
import { copyCsv, SHARPNESS, saveCsv, savePng, saveSvg } from './save.ts';

/** What of a result can be taken elsewhere. */
export function ExportMenu({ hasPicture }: { hasPicture: boolean }) {
  const t = useText();
  const pictures: readonly MenuRow[] = [
    { id: 'svg', label: t('analyse.export.svg'), run: saveSvg },
    ...SHARPNESS.map((times) => ({
      id: `png-${times}`,
      label: t('analyse.export.png', { times }),
      run: () => void savePng(times),
    })),
    { id: 'report', label: t('command.report.addPicture'), run: () => runCommand('report.addPicture') },
    '-',
  ];
  const tables: readonly MenuRow[] = [
    { id: 'copy', label: t('analyse.export.copy'), run: () => void copyCsv() },
    { id: 'csv', label: t('analyse.export.csv'), run: () => void saveCsv() },
  ];
  return (
    <MenuButton
      label={t('analyse.export')}
      rows={hasPicture ? [...pictures, ...tables] : tables}
      trigger={
        <Button icon={Download} look="plain">
          {t('analyse.export')}
        </Button>
      }
    />
  );
}
