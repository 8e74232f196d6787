import { Copy } from 'lucide-react';
import { useText } from '../../messages/intl.tsx';
import { say } from '../../reader/say.ts';
import { Button } from '../../ui/Button.tsx';

/** What gives the same numbers outside of this page. */
export function Query({ query }: { query: string }) {
  const t = useText();
  const copy = async () => {
    await navigator.clipboard.writeText(query);
    say(t('analyse.query.copied'));
  };
  return (
    <div className="ana-query">
      <p className="quiet">
        {t(query.startsWith('colligo ') ? 'analyse.query.command' : 'analyse.query.procedure')}
      </p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keys */}
      <pre tabIndex={0} dir="ltr" data-own-keys="c">
        {query}
      </pre>
      <Button icon={Copy} onPress={() => void copy()}>
        {t('analyse.query.copy')}
      </Button>
    </div>
  );
}
