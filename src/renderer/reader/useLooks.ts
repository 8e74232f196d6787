import { useText } from '../messages/intl.tsx';
import { FACES, LEADINGS, MEASURES, useView } from '../state/view.ts';

/** One thing about how text is set, with what can be chosen. */
export interface Look {
  readonly id: 'face' | 'measure' | 'leading';
  readonly label: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly value: string;
  readonly choose: (value: string) => void;
}

/** How text is set beside its size: typeface, length and height of its lines; for the reader's menu and the settings. */
export function useLooks(): readonly Look[] {
  const t = useText();
  const { face, measure, leading } = useView();
  const look = <Value extends string>(
    id: Look['id'],
    values: readonly Value[],
    value: Value,
    word: (value: Value) => string,
    set: (value: Value) => void,
  ): Look => ({
    id,
    label: t(`reader.${id}`),
    options: values.map((each) => ({ value: each, label: word(each) })),
    value,
    choose: (next) => {
      const chosen = values.find((each) => each === next);
      if (chosen !== undefined) set(chosen);
    },
  });
  return [
    look(
      'face',
      FACES,
      face,
      (each) => t(`reader.face.${each}`),
      (next) => useView.setState({ face: next }),
    ),
    look(
      'measure',
      MEASURES,
      measure,
      (each) => t(`reader.measure.${each}`),
      (next) => useView.setState({ measure: next }),
    ),
    look(
      'leading',
      LEADINGS,
      leading,
      (each) => t(`reader.leading.${each}`),
      (next) => useView.setState({ leading: next }),
    ),
  ];
}
