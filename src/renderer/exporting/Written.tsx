import type { Dataset } from '../../contract/exports.ts';
import { useText } from '../messages/intl.tsx';
import { Button } from '../ui/Button.tsx';
import { Actions, Dialog } from '../ui/Dialog.tsx';

const kilobytes = (bytes: number) => Math.ceil(bytes / 1000);

/** What was written, file by file. */
export function Written({ written, onClose }: { written: Dataset; onClose: () => void }) {
  const t = useText();
  const { files, name } = written;
  const bytes = files.reduce((sum, file) => sum + file.bytes, 0);
  return (
    <Dialog wide title={t('export.done', { name })} onClose={onClose}>
      <p className="quiet">{t('export.done.sum', { files: files.length, kilobytes: kilobytes(bytes) })}</p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by the keyboard */}
      <section className="written" tabIndex={0} aria-label={t('export.files')}>
        <table>
          <thead>
            <tr>
              <th scope="col">{t('export.file')}</th>
              <th scope="col">{t('export.rows')}</th>
              <th scope="col">{t('export.size')}</th>
            </tr>
          </thead>
          <tbody>
            {files.map((file) => (
              <tr key={file.path}>
                <td>
                  <bdi>{file.path}</bdi>
                </td>
                <td className="num">{file.rows ?? ''}</td>
                <td className="num">{t('export.bytes', { kilobytes: kilobytes(file.bytes) })}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <Actions>
        <Button autoFocus look="primary" onPress={onClose}>
          {t('ui.close')}
        </Button>
      </Actions>
    </Dialog>
  );
}
