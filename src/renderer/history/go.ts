import type { Step } from '../../contract/common.ts';
import { goSeveral, redo, showPlace, undo } from '../app/undo.ts';
import { client } from '../client/shell.ts';
import { textOf } from '../messages/intl.tsx';
import { say } from '../reader/say.ts';
import { ask } from '../ui/ask.ts';
import { wayTo } from './lines.ts';

/** Shows where a step did what it did; says so where that is nowhere in a text. */
export async function showStep(step: Step): Promise<void> {
  const place = await client.history.place({ seq: step.seq });
  if (place === null) say(textOf('history.nowhere', { step: step.label }));
  else showPlace(place);
}

/**
 * Steps back, or forward again, until a step is the present one, after naming how many steps that takes.
 * @param steps newest first, at least down to the step
 * @param me the person at the machine
 */
export async function goToStep(steps: readonly Step[], step: Step, me: string | null): Promise<void> {
  const way = wayTo(steps, step);
  if (way === null) return;
  const [first] = way.steps;
  const others = way.steps.filter(({ coder }) => coder.id !== me).length;
  // One own step needs no more questions than Undo itself.
  if (way.steps.length === 1 && others === 0) return way.direction === 'undo' ? undo() : redo();
  const yes = await ask({
    title: textOf(`history.${way.direction}.title`, { count: way.steps.length }),
    body: textOf('history.go.body', { first: first?.label ?? '', step: step.label, others }),
    confirm: textOf(`history.${way.direction}.confirm`, { count: way.steps.length }),
  });
  if (yes) {
    await goSeveral(
      way.direction,
      way.steps.map(({ id }) => id),
    );
  }
}
