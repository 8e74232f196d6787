import './edit.css';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Form } from 'react-aria-components';
import { COLOURINGS, type Colouring } from '../../../contract/code-edits.ts';
import type { CodeRow } from '../../../contract/codes.ts';
import { api } from '../../client/shell.ts';
import { useText } from '../../messages/intl.tsx';
import { Button } from '../../ui/Button.tsx';
import { Actions, Dialog } from '../../ui/Dialog.tsx';
import { Segments } from '../../ui/Segments.tsx';
import { Swatch } from '../../ui/Swatch.tsx';
import { BranchChoice } from './BranchChoice.tsx';
import { colourBranches } from './writes.ts';

/** As many codes as are shown beforehand. */
const SHOWN = 200;

/** Colours codes by the branch they stand in, with the codebook as it would look. */
export function ColoursDialog({
  code,
  codes,
  onClose,
}: {
  code: CodeRow | undefined;
  codes: readonly CodeRow[];
  onClose: () => void;
}) {
  const t = useText();
  const [how, setHow] = useState<Colouring>('top');
  const [within, setWithin] = useState<string | null>(null);
  const { data } = useQuery({
    ...api.codes.coloursOfBranches.queryOptions({ input: { how, within } }),
    placeholderData: keepPreviousData,
  });
  const colours = new Map(data?.map(({ codeId, colour }) => [codeId, colour]));
  return (
    <Dialog title={t('codebook.colours.title')} onClose={onClose}>
      <Form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          onClose();
          void colourBranches(how, within);
        }}
      >
        <Segments
          label={t('codebook.colours.how')}
          options={COLOURINGS.map((value) => ({ value, label: t(`codebook.colours.${value}`) }))}
          value={how}
          onChange={setHow}
        />
        <p className="hint">{t(`codebook.colours.${how}.hint`)}</p>
        <BranchChoice code={code} within={within} onChange={setWithin} />
        <p className="quiet small" role="status">
          {t('codebook.colours.changes', { codes: colours.size })}
        </p>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard */}
        <ul className="renamed" aria-label={t('codebook.colours.preview')} tabIndex={0}>
          {codes.slice(0, SHOWN).map((each) => (
            <li key={each.id} className="row" style={{ paddingInlineStart: `${each.depth * 16}px` }}>
              <Swatch
                name={each.name}
                colour={colours.get(each.id) ?? each.colour}
                grouping={!each.codable}
              />
              <bdi className={colours.has(each.id) ? 'clip' : 'clip faint'}>{each.name}</bdi>
            </li>
          ))}
        </ul>
        <Actions>
          <Button look="plain" onPress={onClose}>
            {t('ui.cancel')}
          </Button>
          <Button type="submit" look="primary" isDisabled={colours.size === 0}>
            {t('codebook.colours.do')}
          </Button>
        </Actions>
      </Form>
    </Dialog>
  );
}
