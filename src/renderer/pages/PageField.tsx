import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useText } from '../messages/intl.tsx';
import { useShownPages } from '../state/pages.ts';
import { pagesQuery } from './glyphs.ts';
import { pageCalled, showPage } from './move.ts';

/** Which page is in sight, and the way to another: by what is printed on it, or its number. */
export function PageField({ documentId, versionId }: { documentId: string; versionId: string }) {
  const t = useText();
  const { data: pages } = useQuery(pagesQuery(documentId, versionId));
  const number = useShownPages(({ page }) => page);
  const [typed, setTyped] = useState<string | null>(null);
  const page = number === null ? undefined : pages?.[number - 1];
  if (pages === undefined || page === undefined) return null;
  const meant = typed === null ? page : pageCalled(pages, typed);
  const hasLabels = page.label !== String(page.number);
  return (
    <form
      className="pg-field"
      data-own-keys
      onSubmit={(event) => {
        event.preventDefault();
        if (meant === undefined) return;
        setTyped(null);
        showPage(meant.number, true);
      }}
    >
      <input
        className="field num"
        aria-label={t('pages.field')}
        aria-invalid={meant === undefined || undefined}
        value={typed ?? page.label}
        size={Math.max(3, page.label.length)}
        spellCheck={false}
        onFocus={(event) => event.currentTarget.select()}
        onChange={(event) => setTyped(event.target.value)}
        onBlur={() => setTyped(null)}
        onKeyDown={(event) => {
          if (event.key !== 'Escape') return;
          event.preventDefault();
          event.stopPropagation();
          setTyped(null);
          showPage(page.number, true);
        }}
      />
      <span className="num quiet small">
        {hasLabels
          ? t('pages.ofLabelled', { number: page.number, of: pages.length })
          : t('pages.of', { of: pages.length })}
      </span>
    </form>
  );
}
