import type { MissingFile } from '../../contract/exchange.ts';
import { useText } from '../messages/intl.tsx';
import { Button } from '../ui/Button.tsx';
import { Actions } from '../ui/Dialog.tsx';
import { cancelExchange, goOn, lookInFolder } from './importing.ts';

/** So many are listed: whoever misses more looks in a folder at any rate. */
const LISTED = 200;

/** Files that a project names and that were not found, before anything of it is written, and what can be done. */
export function Missing({ files }: { files: readonly MissingFile[] }) {
  const t = useText();
  const there = files.filter(({ isThere }) => isThere).length;
  const more = files.length - LISTED;
  return (
    <>
      <p>{t('exchange.missing.why', { count: files.length })}</p>
      {there > 0 ? <p>{t('exchange.missing.there', { count: there })}</p> : null}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by the keyboard */}
      <section className="exchange-missing" tabIndex={0} aria-label={t('exchange.missing.list')}>
        <ul className="exchange-lines">
          {files.slice(0, LISTED).map(({ name, path, isThere }, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: two sources may name the same file, and the list stays as it is
            <li key={at} className="exchange-file">
              <bdi>{name}</bdi>
              <bdi className="quiet small">{path}</bdi>
              {isThere ? <span className="small">{t('exchange.missing.isThere')}</span> : null}
            </li>
          ))}
        </ul>
        {more > 0 ? <p className="quiet small">{t('exchange.missing.more', { count: more })}</p> : null}
      </section>
      <Actions>
        <Button look="plain" onPress={cancelExchange}>
          {t('ui.cancel')}
        </Button>
        <Button onPress={() => void goOn({ ask: false })}>{t('exchange.missing.without')}</Button>
        {there > 0 ? (
          <Button onPress={() => void goOn({ elsewhere: true })}>{t('exchange.missing.read')}</Button>
        ) : null}
        <Button autoFocus look="primary" onPress={() => void lookInFolder()}>
          {t('exchange.missing.folder')}
        </Button>
      </Actions>
    </>
  );
}
