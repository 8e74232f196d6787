import './chooser.css';
import { useText } from '../messages/intl.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { ChooserBody } from './ChooserBody.tsx';
import { useChoosing } from './choose.ts';

/** Draws the in-page chooser when something is to be picked. Mounted once. */
export function Chooser() {
  const t = useText();
  const { wish, answer } = useChoosing();
  if (wish === null) return null;
  return (
    <Dialog wide title={t(`chooser.title.${wish.purpose}`)} onClose={() => answer([])}>
      <ChooserBody wish={wish} onAnswer={answer} />
    </Dialog>
  );
}
