import './words.css';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Button as AriaButton } from 'react-aria-components';
import type { LabelKind, CodeWords as Words } from '../../../contract/code-edits.ts';
import type { CodeRow } from '../../../contract/codes.ts';
import { api } from '../../client/shell.ts';
import { useText } from '../../messages/intl.tsx';
import { CodeText } from '../CodeText.tsx';
import { Languages } from './Languages.tsx';
import { Links } from './Links.tsx';
import { setLabels } from './labels.ts';
import { Tokens } from './Tokens.tsx';

/** Whether a code has other words or links, so that they are worth showing at once. */
const hasAny = (words: Words): boolean =>
  words.links.length > 0 || words.labels.some(({ kind }) => kind !== 'change');

/** What else a code is called, its number, and the codes it has to do with. Folded away while there is nothing. */
export function CodeWords({ code, isReadOnly }: { code: CodeRow; isReadOnly: boolean }) {
  const t = useText();
  const [isOpen, setOpen] = useState<boolean | null>(null);
  const [isAsked, setAsked] = useState(false);
  const { data } = useQuery(api.codes.words.queryOptions({ input: { code: code.id } }));
  if (data === undefined) return null;
  const shows = isOpen ?? hasAny(data);
  const of = (kind: LabelKind) => data.labels.filter((label) => label.kind === kind);
  const notation = of('notation')[0]?.text ?? '';
  return (
    <section className="code-words" aria-label={t('code.words')}>
      <AriaButton className="link" aria-expanded={shows} onPress={() => setOpen(!shows)}>
        {t(shows ? 'code.words.hide' : 'code.words.show')}
      </AriaButton>
      {shows ? (
        <>
          <CodeText
            name="notation"
            label={t('code.words.notation')}
            value={notation}
            isReadOnly={isReadOnly}
            onSave={(text) =>
              setLabels(
                code.id,
                'notation',
                [{ text, language: '' }, ...of('notation').slice(1)].filter(
                  (label) => label.text.trim() !== '',
                ),
              )
            }
          />
          {(['alias', 'hidden'] as const).map((kind) => (
            <Tokens
              key={kind}
              name={kind}
              label={t(`code.words.${kind}`)}
              tokens={of(kind)}
              isReadOnly={isReadOnly}
              onChange={(tokens) => setLabels(code.id, kind, tokens)}
            />
          ))}
          <Links code={code} links={data.links} isReadOnly={isReadOnly} />
          <Languages code={code} isReadOnly={isReadOnly} isAsked={isAsked} onAsk={setAsked} />
        </>
      ) : null}
    </section>
  );
}
