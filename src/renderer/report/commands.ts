import { useShownPicture } from '../analyse/frame/current.ts';
import { hasProject } from '../commands/conditions.ts';
import type { Command } from '../commands/registry.ts';
import { useSheet } from '../state/sheet.ts';
import { addPicture } from './pictures.ts';

export const REPORT_COMMANDS: readonly Command[] = [
  {
    id: 'report.write',
    title: 'command.report',
    group: 'project',
    when: hasProject,
    run: () => useSheet.getState().show('report'),
  },
  {
    id: 'report.addPicture',
    title: 'command.report.addPicture',
    group: 'project',
    when: (context) => {
      const verdict = hasProject(context);
      if (verdict !== true) return verdict;
      return (useShownPicture.getState().picture?.draw ?? null) === null ? 'report.noPicture' : true;
    },
    run: ({ project }) => (project ? addPicture(project.id) : undefined),
  },
];
