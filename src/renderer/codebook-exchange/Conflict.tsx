import { Label, Radio, RadioGroup } from 'react-aria-components';
import type { MergeDifference } from '../../contract/codebook-exchange.ts';
import { useText } from '../messages/intl.tsx';
import { FieldName } from './FieldName.tsx';

export type Side = 'mine' | 'theirs';

/** A field that both sides changed: mine and theirs side by side. Arrows choose, and so do M and T. */
export function Conflict({
  difference: { code, field, language, mine, theirs },
  side,
  onChoose,
}: {
  difference: MergeDifference;
  side: Side;
  onChoose: (side: Side) => void;
}) {
  const t = useText();
  const texts = { mine, theirs };
  const nothing = field === 'parent' ? t('book.merge.top') : t('book.merge.nothing');
  return (
    <RadioGroup
      className="book-conflict"
      value={side}
      orientation="horizontal"
      onChange={(value) => onChoose(value === 'theirs' ? 'theirs' : 'mine')}
    >
      <Label className="book-what">
        <bdi>{code?.path ?? t('book.merge.top')}</bdi> <FieldName field={field} language={language} />
      </Label>
      <div className="book-sides">
        {(['mine', 'theirs'] as const).map((each) => (
          <Radio
            key={each}
            value={each}
            className="book-side"
            onKeyDown={({ key }) => {
              if (key.toLowerCase() === 'm') onChoose('mine');
              else if (key.toLowerCase() === 't') onChoose('theirs');
            }}
          >
            <span className="quiet">{t(`book.merge.${each}`)}</span>
            <span className="book-text" dir="auto">
              {texts[each] === '' ? nothing : texts[each]}
            </span>
          </Radio>
        ))}
      </div>
    </RadioGroup>
  );
}
