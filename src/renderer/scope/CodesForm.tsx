import { useState } from 'react';
import type { CodeCondition } from '../../contract/scope.ts';
import { useText } from '../messages/intl.tsx';
import { useCodebook } from '../reader/useCodebook.ts';
import { useScope } from '../state/scope.ts';
import { Check } from '../ui/Check.tsx';
import { Segments } from '../ui/Segments.tsx';
import { Swatch } from '../ui/Swatch.tsx';
import { CheckList } from './CheckList.tsx';
import { placed } from './chips.ts';
import { useEditingCondition } from './editing.ts';

const NEW: CodeCondition = { mode: 'any', codes: [], below: true };

/** Chooses codes and whether passages carry any, all or none of them. */
export function CodesForm({ index }: { index: number | null }) {
  const t = useText();
  const { scope, change } = useScope();
  const { codes } = useCodebook();
  const moveTo = useEditingCondition((state) => state.moveTo);
  // What is chosen before there is a code has no place in the scope yet.
  const [draft, setDraft] = useState<CodeCondition>(NEW);
  const condition = (index === null ? undefined : scope.codes[index]) ?? draft;
  const put = (next: CodeCondition) => {
    setDraft(next);
    const result = placed(scope.codes, index, next.codes.length === 0 ? null : next);
    change({ codes: result.conditions });
    moveTo(result.index);
  };
  return (
    <>
      <div className="line">
        <span className="quiet">{t('scope.form.mode')}</span>
        <Segments
          label={t('scope.form.mode')}
          options={[
            { value: 'any', label: t('scope.form.any') },
            { value: 'all', label: t('scope.form.all') },
            { value: 'none', label: t('scope.form.noneOf') },
          ]}
          value={condition.mode}
          onChange={(mode) => put({ ...condition, mode })}
        />
      </div>
      <CheckList
        label={t('scope.form.codes')}
        options={codes.map(({ id, path, name, colour, codable }) => ({
          id,
          name: path,
          mark: <Swatch name={name} colour={colour} grouping={!codable} />,
        }))}
        checked={condition.codes}
        onChange={(ids) => put({ ...condition, codes: ids })}
      />
      <Check isSelected={condition.below} onChange={(below) => put({ ...condition, below })}>
        {t('scope.form.below')}
      </Check>
    </>
  );
}
