import { memo } from 'react';
import type { CodeLine } from '../../text/code-lines.ts';
import { useText } from '../messages/intl.tsx';

/** So many lines are shown; who pastes more has them in the field. */
const SHOWN = 200;

/** The tree that pasted lines will make. */
export const LinePreview = memo(function LinePreview({ codes }: { codes: readonly CodeLine[] }) {
  const t = useText();
  return (
    <>
      <p className="small faint">{t('codebook.paste.preview')}</p>
      <ul className="preview" aria-label={t('codebook.paste.preview')}>
        {codes.slice(0, SHOWN).map((code, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: lines have no identity but their place
          <li key={index} ref={(item) => item?.style.setProperty('--depth', String(code.depth))}>
            <bdi className="clip">{code.name}</bdi>
          </li>
        ))}
      </ul>
      {codes.length > SHOWN ? (
        <p className="small faint">{t('codebook.paste.more', { count: codes.length - SHOWN })}</p>
      ) : null}
    </>
  );
});
