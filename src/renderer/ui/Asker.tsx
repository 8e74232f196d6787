import { useText } from '../messages/intl.tsx';
import { useQuestion } from './ask.ts';
import { Button } from './Button.tsx';
import { Actions, Dialog } from './Dialog.tsx';

/** Draws the question that `ask` has put. Mounted once. */
export function Asker() {
  const t = useText();
  const { question, answer } = useQuestion();
  if (question === null) return null;
  return (
    <Dialog title={question.title} alert onClose={() => answer(false)}>
      <p>{question.body}</p>
      <Actions>
        <Button look="plain" onPress={() => answer(false)}>
          {t('ui.cancel')}
        </Button>
        <Button autoFocus look={question.danger === true ? 'danger' : 'primary'} onPress={() => answer(true)}>
          {question.confirm}
        </Button>
      </Actions>
    </Dialog>
  );
}
