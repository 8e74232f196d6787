import './exchange.css';
import { useQuery } from '@tanstack/react-query';
import { File, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { GridList, GridListItem, Input, SearchField } from 'react-aria-components';
import type { Attachment } from '../../contract/attachments.ts';
import { chooseSave } from '../chooser/choose.ts';
import { showProblem } from '../client/problem.ts';
import { write } from '../client/query.ts';
import { api, client } from '../client/shell.ts';
import { useText } from '../messages/intl.tsx';
import { tell } from '../state/news.ts';
import { Button } from '../ui/Button.tsx';
import { Actions, Dialog } from '../ui/Dialog.tsx';
import { Icon } from '../ui/Icon.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { Rows } from '../ui/Rows.tsx';

/** A row has two lines: the file, and why it is kept; px. */
const HEIGHT = 48;

/** Fewer than these need no field to find them by. */
const FEW = 12;

/** One kept file: what it is, why it is kept, and what can be done with it. */
function Row({ file, onSave, onRemove }: { file: Attachment; onSave: () => void; onRemove?: () => void }) {
  const t = useText();
  return (
    <div className="in">
      <Icon of={File} />
      <div className="kept-name">
        <bdi className="clip">{file.name}</bdi>
        <span className="quiet small clip" title={file.note}>
          {file.note}
        </span>
      </div>
      <div className="kept-of">
        <bdi className="clip">{file.document?.title ?? t('kept.project')}</bdi>
        <span className="quiet small num">
          {t('kept.bytes', { kilobytes: Math.ceil(file.bytes / 1000) })}
        </span>
      </div>
      <Button aria-label={t('kept.saveOne', { name: file.name })} onPress={onSave}>
        {t('kept.save')}
      </Button>
      {onRemove ? (
        <IconButton label={t('kept.removeOne', { name: file.name })} icon={Trash2} onPress={onRemove} />
      ) : null}
    </div>
  );
}

async function saveCopy(file: Attachment, saved: (name: string) => string): Promise<void> {
  const choice = await chooseSave(file.name);
  if (choice === null) return;
  try {
    const { name } = await client.attachments.save({ grant: choice.grant, attachment: file.id });
    tell({ text: saved(name) });
  } catch (error) {
    showProblem(error);
  }
}

/** The files, of which only those in sight are on the page. Enter saves a copy, Delete removes. */
function List({ files, canChange }: { files: readonly Attachment[]; canChange: boolean }) {
  const t = useText();
  const save = (file: Attachment) => void saveCopy(file, (name) => t('kept.saved', { name }));
  const remove = (file: Attachment) =>
    void write(api.attachments.remove.mutationOptions(), { attachments: [file.id] });
  const named = (id: string | null | undefined) => files.find((file) => file.id === id);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Delete belongs to the list inside, which does not offer it
    <div
      onKeyDown={(event) => {
        const row = (event.target as Element).closest('[role=row]');
        const file = event.key === 'Delete' && canChange ? named(row?.getAttribute('data-key')) : undefined;
        if (file) remove(file);
      }}
    >
      <Rows height={HEIGHT}>
        <GridList
          aria-label={t('kept.title')}
          className="rows kept-list"
          // The layout has to know how much is in sight before there are rows.
          style={{ blockSize: `min(56vh, ${files.length * HEIGHT}px)` }}
          items={files}
          dependencies={[canChange]}
          onAction={(key) => {
            const file = named(String(key));
            if (file) save(file);
          }}
        >
          {(file) => (
            <GridListItem id={file.id} textValue={file.name} className="tree-row kept-row">
              <Row
                file={file}
                onSave={() => save(file)}
                {...(canChange && { onRemove: () => remove(file) })}
              />
            </GridListItem>
          )}
        </GridList>
      </Rows>
    </div>
  );
}

/** The files that are kept with the project though nothing of them is coded. */
export function KeptFiles({ onClose }: { onClose: () => void }) {
  const t = useText();
  const { data: files = [], isPending } = useQuery(api.attachments.list.queryOptions());
  const { data: project } = useQuery(api.project.state.queryOptions());
  const [sought, setSought] = useState('');
  const wanted = sought.trim().toLocaleLowerCase();
  const shown = files.filter(
    ({ name, note, document }) =>
      wanted === '' || `${name}\n${note}\n${document?.title ?? ''}`.toLocaleLowerCase().includes(wanted),
  );
  if (isPending) return null;
  return (
    <Dialog wide title={t('kept.title')} onClose={onClose}>
      {files.length === 0 ? <p>{t('kept.empty')}</p> : null}
      {files.length < FEW ? null : (
        <SearchField aria-label={t('kept.find')} value={sought} onChange={setSought}>
          <Input className="field" dir="auto" placeholder={t('kept.find')} />
        </SearchField>
      )}
      {files.length > 0 && shown.length === 0 ? <p className="quiet">{t('kept.none')}</p> : null}
      {shown.length > 0 ? <List files={shown} canChange={project?.readOnly === null} /> : null}
      <Actions>
        {files.length < FEW ? null : (
          <p className="kept-count grow quiet small num" role="status">
            {t('kept.count', { shown: shown.length, all: files.length })}
          </p>
        )}
        <Button autoFocus look="primary" onPress={onClose}>
          {t('ui.close')}
        </Button>
      </Actions>
    </Dialog>
  );
}
