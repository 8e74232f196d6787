import { Button } from 'react-aria-components';
import { useText } from '../messages/intl.tsx';
import { openHelp } from './open.ts';

/** A quiet link into the help, for places that are empty or ask for a judgement. */
export function HelpLink({
  to,
  anchor = null,
}: {
  to: 'coding' | 'codebook' | 'reviewing' | 'comparing';
  /** The heading that is meant; without it the beginning of the topic. */
  anchor?: string | null;
}) {
  const t = useText();
  return (
    <Button className="link" onPress={() => openHelp({ topic: to, anchor })}>
      {t(`help.learn.${to}`)}
    </Button>
  );
}
