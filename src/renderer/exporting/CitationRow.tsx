import type { Citation } from '../../contract/exports.ts';
import { useText } from '../messages/intl.tsx';
import { Button } from '../ui/Button.tsx';

/** Where one goes on to citation and licence, with what is said so far. */
export function CitationRow({ citation, onPress }: { citation: Citation | undefined; onPress: () => void }) {
  const t = useText();
  const { creators = [], licence } = citation ?? {};
  return (
    <div className="row citation-row">
      <Button onPress={onPress}>{t('export.citation')}</Button>
      <span className="hint" dir="auto">
        {citation === undefined
          ? t('export.citation.none')
          : t('export.citation.some', {
              creators: creators.length,
              hasLicence: licence === undefined ? 'false' : 'true',
              licence: licence ?? '',
            })}
      </span>
    </div>
  );
}
