import { useText } from '../../messages/intl.tsx';
import { Button } from '../../ui/Button.tsx';
import type { Piece } from './parts.ts';

/** A passage with the words around it, and the way to its place in the text. */
export function InContext({ piece: { row }, onOpen }: { piece: Piece; onOpen: () => void }) {
  const t = useText();
  const lang = row.language === 'und' ? {} : { lang: row.language };
  return (
    <section className="in-context" aria-label={t('codebook.split.context')}>
      <p className="quote" dir="auto" {...lang}>
        {row.line === '' ? (
          t('codebook.split.part')
        ) : (
          <>
            <span className="faint">{row.before}</span> <mark>{row.line}</mark>{' '}
            <span className="faint">{row.after}</span>
          </>
        )}
      </p>
      <p className="row small quiet">
        <bdi className="grow clip">
          {row.section === '' ? row.documentTitle : `${row.documentTitle}: ${row.section}`}
        </bdi>
        <Button look="plain" onPress={onOpen}>
          {t('codebook.split.open')}
        </Button>
      </p>
    </section>
  );
}
