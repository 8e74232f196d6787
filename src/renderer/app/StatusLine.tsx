import { useIsMutating, useQuery } from '@tanstack/react-query';
import { Info } from 'lucide-react';
import { Button as AriaButton, DialogTrigger, Popover } from 'react-aria-components';
import { useIntl } from 'react-intl';
import type { ProjectState } from '../../contract/project.ts';
import { pageIndexAt } from '../../text/pages.ts';
import { isDown, useStatus } from '../client/connection.ts';
import { isWrite } from '../client/kinds.ts';
import { api } from '../client/shell.ts';
import { useCommand } from '../commands/useCommands.ts';
import { ImportCell } from '../library/ImportCell.tsx';
import { useText } from '../messages/intl.tsx';
import { knownPages } from '../pages/move.ts';
import { sentencePlace } from '../reader/units.ts';
import { useDrafts } from '../state/drafts.ts';
import { useNews } from '../state/news.ts';
import { useReader } from '../state/reader.ts';
import { useSheet } from '../state/sheet.ts';
import { useViewStatus } from '../state/viewStatus.ts';
import { useWorkspace } from '../state/workspace.ts';
import { Icon } from '../ui/Icon.tsx';
import { Tip } from '../ui/Tip.tsx';

/** Where one is in the text: the paragraph, and the sentence where those are moved by. */
function PlaceCell() {
  const t = useText();
  const cursor = useReader((state) => state.cursor);
  const reading = useReader((state) => state.reading);
  const total = reading?.loaded.total ?? 0;
  if (reading === null || total === 0) return null;
  const paragraph = t('status.place', { paragraph: cursor.head + 1, total });
  const pages = knownPages();
  const page = pages[pageIndexAt(pages, reading.loaded.blocks[cursor.head]?.start ?? 0)];
  const place = page === undefined ? paragraph : t('status.page', { label: page.label, place: paragraph });
  const sentence = cursor.sentences?.[1];
  if (sentence === undefined) return <span className="cell">{place}</span>;
  const within = sentencePlace(reading.loaded, cursor.head, sentence, reading.language);
  return <span className="cell">{t('status.sentence', { ...within, place })}</span>;
}

/** Where one is in a view. */
function ViewCell() {
  const place = useViewStatus((view) => view.place);
  if (place === '') return null;
  return (
    <span className="cell gives">
      <span className="clip">{place}</span>
    </span>
  );
}

/** Says truthfully how far what was done is on disk. */
function SaveCell({ savedAt }: { savedAt: string | null }) {
  const t = useText();
  const { formatDate, formatTime } = useIntl();
  const status = useStatus((state) => state.status);
  const writing = useIsMutating({ predicate: isWrite }) > 0;
  const drafts = useDrafts((state) => state.open);
  const day = savedAt === null ? '' : formatDate(savedAt, { day: 'numeric', month: 'long' });
  const isToday = savedAt !== null && new Date(savedAt).toDateString() === new Date().toDateString();
  if (isDown(status)) {
    return (
      <span className="cell danger" role="alert">
        {savedAt === null ? t('status.lostPlain') : t('status.lost', { time: formatTime(savedAt) })}
      </span>
    );
  }
  const words = writing
    ? t('status.saving')
    : drafts > 0
      ? t('status.typing')
      : savedAt === null
        ? t('status.nothing')
        : isToday
          ? t('status.saved', { time: formatTime(savedAt) })
          : t('status.savedDay', { date: day });
  return <span className="cell">{words}</span>;
}

/** The newest step with the button that takes it back, or news for a while. */
function UndoCell({ undo }: { undo: ProjectState['undo'] }) {
  const t = useText();
  const { run, keys, reason } = useCommand('history.undo');
  const news = useNews((state) => state.news);
  return (
    <>
      {news === null ? null : (
        <span className="cell gives news">
          <span className="clip">{news.text}</span>
        </span>
      )}
      {undo === null ? null : (
        <span className="cell gives">
          <Tip text={t('command.undo')} keys={keys}>
            <AriaButton className="menu-btn clip" isDisabled={reason !== undefined} onPress={run}>
              <span className="clip">{t('status.undo', { step: undo.label })}</span>
            </AriaButton>
          </Tip>
        </span>
      )}
    </>
  );
}

/** What the person should know about the file: a few sentences behind one word. */
function Remarks({ word, sentences }: { word: string; sentences: readonly string[] }) {
  if (sentences.length === 0) return null;
  return (
    <span className="cell">
      <DialogTrigger>
        <AriaButton className="menu-btn warn">
          <Icon of={Info} size={12} /> {word}
        </AriaButton>
        <Popover className="float" placement="top start" aria-label={word}>
          <div className="remarks">
            {sentences.map((sentence) => (
              <p key={sentence}>{sentence}</p>
            ))}
          </div>
        </Popover>
      </DialogTrigger>
    </span>
  );
}

/** The line at the foot: where one is, who codes, what is saved, what can be undone. */
export function StatusLine() {
  const t = useText();
  const { data: project } = useQuery(api.project.state.queryOptions());
  const isView = useWorkspace(({ page }) => page !== 'document');
  const sums = useViewStatus((view) => view.sums);
  if (project === null || project === undefined) return <footer className="status" data-pane="status" />;
  const { counts } = project;
  return (
    <footer className="status" data-pane="status">
      {isView ? <ViewCell /> : <PlaceCell />}
      <span className="cell">
        {project.coder === null ? (
          <AriaButton className="menu-btn warn" onPress={() => useSheet.getState().show('coder')}>
            {t('status.noCoder')}
          </AriaButton>
        ) : (
          t('status.coder', { name: project.coder.name })
        )}
      </span>
      <SaveCell savedAt={project.savedAt} />
      <Remarks word={t('status.readOnly')} sentences={project.readOnly === null ? [] : [project.readOnly]} />
      <Remarks word={t('status.warning')} sentences={project.warnings} />
      <ImportCell />
      <UndoCell undo={project.undo} />
      <span className="grow" />
      <span className="sums">
        {isView && sums !== ''
          ? sums
          : t('status.counts', { documents: counts.documents, codes: counts.codes, codings: counts.codings })}
      </span>
    </footer>
  );
}
