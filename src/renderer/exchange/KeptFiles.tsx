import './exchange.css';
import { useQuery } from '@tanstack/react-query';
import type { Attachment } from '../../contract/attachments.ts';
import { chooseSave } from '../chooser/choose.ts';
import { showProblem } from '../client/problem.ts';
import { write } from '../client/query.ts';
import { api, client } from '../client/shell.ts';
import { useText } from '../messages/intl.tsx';
import { tell } from '../state/news.ts';
import { Button } from '../ui/Button.tsx';
import { Actions, Dialog } from '../ui/Dialog.tsx';

/** One kept file: what it is, why it is kept, and what can be done with it. */
function Row({ file, canChange }: { file: Attachment; canChange: boolean }) {
  const t = useText();
  const save = async () => {
    const choice = await chooseSave(file.name);
    if (choice === null) return;
    try {
      const { name } = await client.attachments.save({ grant: choice.grant, attachment: file.id });
      tell({ text: t('kept.saved', { name }) });
    } catch (error) {
      showProblem(error);
    }
  };
  const remove = () => void write(api.attachments.remove.mutationOptions(), { attachments: [file.id] });
  return (
    <tr>
      <td>
        <bdi>{file.name}</bdi>
        {file.note === '' ? null : <p className="quiet small">{file.note}</p>}
      </td>
      <td>
        <bdi>{file.document?.title ?? t('kept.project')}</bdi>
      </td>
      <td className="num">{t('kept.bytes', { kilobytes: Math.ceil(file.bytes / 1000) })}</td>
      <td className="kept-acts">
        <Button aria-label={t('kept.saveOne', { name: file.name })} onPress={() => void save()}>
          {t('kept.save')}
        </Button>
        {canChange ? (
          <Button look="plain" aria-label={t('kept.removeOne', { name: file.name })} onPress={remove}>
            {t('kept.remove')}
          </Button>
        ) : null}
      </td>
    </tr>
  );
}

/** The files that are kept with the project though nothing of them is coded. */
export function KeptFiles({ onClose }: { onClose: () => void }) {
  const t = useText();
  const { data: files = [], isPending } = useQuery(api.attachments.list.queryOptions());
  const { data: project } = useQuery(api.project.state.queryOptions());
  const canChange = project?.readOnly === null;
  if (isPending) return null;
  return (
    <Dialog wide title={t('kept.title')} onClose={onClose}>
      {files.length === 0 ? (
        <p>{t('kept.empty')}</p>
      ) : (
        <section className="kept" aria-label={t('kept.title')}>
          <table>
            <thead>
              <tr>
                <th scope="col">{t('kept.name')}</th>
                <th scope="col">{t('kept.of')}</th>
                <th scope="col">{t('kept.size')}</th>
                <td />
              </tr>
            </thead>
            <tbody>
              {files.map((file) => (
                <Row key={file.id} file={file} canChange={canChange} />
              ))}
            </tbody>
          </table>
        </section>
      )}
      <Actions>
        <Button autoFocus look="primary" onPress={onClose}>
          {t('ui.close')}
        </Button>
      </Actions>
    </Dialog>
  );
}
