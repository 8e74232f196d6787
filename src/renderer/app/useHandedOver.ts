import { useEffect } from 'react';
import { theShell } from '../client/shell.ts';
import { useSheet } from '../state/sheet.ts';
import { openFrom } from './project.ts';

/** Opens the project that the system hands over, a file that was double-clicked, as if the person had picked it here. */
export function useHandedOver(): void {
  useEffect(
    () =>
      theShell().onOpen((grant) => {
        // What lies over the page is about the other project.
        useSheet.getState().show(null);
        void openFrom({ grant });
      }),
    [],
  );
}
