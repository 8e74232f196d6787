import './fields.css';
import type { FieldChange } from '../../contract/codebook-versions.ts';
import type { MessageId } from '../messages/en.ts';
import { useText } from '../messages/intl.tsx';
import { compareWords, type Stretch } from './words.ts';

/** Fields whose words are compared one by one; of others each side counts as a whole. */
const TEXTS = new Set(['name', 'definition', 'useWhen', 'useNotWhen', 'example', 'note']);

/** What a side says in words, where it says something else than what stands there. */
function useSaid() {
  const t = useText();
  return ({ field }: FieldChange, value: string): { text: string; quiet: boolean } => {
    if (field === 'codable')
      return { text: t(value === 'yes' ? 'versions.yes' : 'versions.no'), quiet: false };
    if (value !== '') return { text: value, quiet: false };
    return { text: t(field === 'parent' ? 'versions.top' : 'versions.nothing'), quiet: true };
  };
}

/** One side of a field. What only this side has is marked by a line and a ground, never by colour alone. */
function Side({
  change,
  side,
  stretches,
}: {
  change: FieldChange;
  side: 'before' | 'after';
  stretches: readonly Stretch[] | null;
}) {
  const t = useText();
  const said = useSaid()(change, change[side]);
  const Mark = side === 'before' ? 'del' : 'ins';
  return (
    <div className={`cf-side ${side}`} dir="auto">
      <span className="hidden-visually">{t(`versions.${side}`)}: </span>
      {change.field === 'colour' && change[side] !== '' ? (
        <span className="cf-colour" style={{ background: change[side] }} aria-hidden="true" />
      ) : null}
      {stretches === null || said.quiet ? (
        <bdi className={said.quiet ? 'faint' : undefined}>{said.text}</bdi>
      ) : (
        stretches.map((stretch) =>
          stretch.isShared ? (
            <span key={stretch.at}>{stretch.text}</span>
          ) : (
            <Mark key={stretch.at}>{stretch.text}</Mark>
          ),
        )
      )}
    </div>
  );
}

/** Fields of a code that differ, what was beside what is. */
export function Fields({ fields }: { fields: readonly FieldChange[] }) {
  const t = useText();
  if (fields.length === 0) return null;
  return (
    <dl className="cf">
      {fields.map((change) => {
        const { field, language, before, after } = change;
        const name = t(`versions.field.${field}` satisfies MessageId);
        const words = TEXTS.has(field) && before !== '' && after !== '' ? compareWords(before, after) : null;
        return (
          <div key={`${field} ${language}`} className="cf-field">
            <dt>{language ? t('versions.field.language', { field: name, language }) : name}</dt>
            {field === 'place' && before === '' ? (
              <dd className="cf-only quiet">{t('versions.elsewhere')}</dd>
            ) : (
              <dd className="cf-sides">
                <Side change={change} side="before" stretches={words?.before ?? null} />
                <Side change={change} side="after" stretches={words?.after ?? null} />
              </dd>
            )}
          </div>
        );
      })}
    </dl>
  );
}
