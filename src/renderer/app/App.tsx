import './app.css';
import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { Chooser } from '../chooser/Chooser.tsx';
import { useConnection } from '../client/connection.ts';
import { api } from '../client/shell.ts';
import { useCommandKeys, useCommands } from '../commands/useCommands.ts';
import { EXCHANGE_COMMANDS } from '../exchange/commands.ts';
import { ExchangeDialog } from '../exchange/ExchangeDialog.tsx';
import { forgetSource } from '../exchange/importing.ts';
import { KeptFiles } from '../exchange/KeptFiles.tsx';
import { ExportDialog } from '../exporting/ExportDialog.tsx';
import { Help } from '../help/Help.tsx';
import { useText } from '../messages/intl.tsx';
import { Palette } from '../palette/Palette.tsx';
import { REPORT_COMMANDS } from '../report/commands.ts';
import { ReportDialog } from '../report/ReportDialog.tsx';
import { Settings } from '../settings/Settings.tsx';
import { NewProject } from '../start/NewProject.tsx';
import { StartPage } from '../start/StartPage.tsx';
import { useSheet } from '../state/sheet.ts';
import { Asker } from '../ui/Asker.tsx';
import { APP_COMMANDS } from './commands.ts';
import { DropArea } from './DropArea.tsx';
import { Introduce } from './Introduce.tsx';
import { KeySheet } from './KeySheet.tsx';
import { ProblemNotice } from './ProblemNotice.tsx';
import { followFocus } from './panes.ts';
import { RenameProject } from './RenameProject.tsx';
import { useEntered } from './useEntered.ts';
import { useHandedOver } from './useHandedOver.ts';
import { Workbench } from './Workbench.tsx';

/** What lies over the page now and then: at most one of them, and questions and problems above all. */
function Sheets() {
  const { sheet, show } = useSheet();
  const close = () => show(null);
  const closeNew = () => {
    close();
    forgetSource();
  };
  return (
    <>
      {sheet === 'new' ? <NewProject onClose={closeNew} /> : null}
      {sheet === 'coder' ? <Introduce onClose={close} /> : null}
      {sheet === 'rename' ? <RenameProject onClose={close} /> : null}
      {sheet === 'export' ? <ExportDialog onClose={close} /> : null}
      {sheet === 'exportProject' ? <ExportDialog begin="refi" onClose={close} /> : null}
      {sheet === 'kept' ? <KeptFiles onClose={close} /> : null}
      {sheet === 'report' ? <ReportDialog onClose={close} /> : null}
      {sheet === 'keys' ? <KeySheet onClose={close} /> : null}
      {sheet === 'help' ? <Help onClose={close} /> : null}
      {sheet === 'settings' ? <Settings onClose={close} /> : null}
      <ExchangeDialog />
      <Palette />
      <Chooser />
      <Asker />
      <ProblemNotice />
    </>
  );
}

/** The whole page: the start page without a project, the workbench with one. */
export function App() {
  const t = useText();
  useCommandKeys();
  useCommands(APP_COMMANDS);
  useCommands(REPORT_COMMANDS);
  useCommands(EXCHANGE_COMMANDS);
  useConnection();
  useHandedOver();
  useEffect(() => followFocus(document), []);
  const { data: project, isPending } = useQuery(api.project.state.queryOptions());
  const projectId = project?.id ?? null;
  const entered = useEntered(isPending ? undefined : projectId);
  // Somebody opens their first project on this machine: who they are is asked once, before they do anything. Whoever looks
  // around in the sample is asked when they first change something.
  const isUnknown =
    project !== null &&
    project !== undefined &&
    project.coder === null &&
    project.readOnly === null &&
    !project.isSample;
  useEffect(() => {
    if (isUnknown) useSheet.getState().show('coder');
  }, [isUnknown]);
  const title = project?.title;
  useEffect(() => {
    document.title = title === undefined ? t('app.name') : t('app.windowTitle', { project: title });
  }, [title, t]);
  if (!entered) return null;
  return (
    <DropArea>
      {projectId === null ? <StartPage /> : <Workbench key={projectId} />}
      <Sheets />
    </DropArea>
  );
}
