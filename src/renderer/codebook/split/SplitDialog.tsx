import '../edit/edit.css';
import { useState } from 'react';
import { Form } from 'react-aria-components';
import type { CodeRow } from '../../../contract/codes.ts';
import { useText } from '../../messages/intl.tsx';
import { showQuote } from '../../passages/show.ts';
import { say } from '../../reader/say.ts';
import { Button } from '../../ui/Button.tsx';
import { Actions, Dialog } from '../../ui/Dialog.tsx';
import { Field } from '../../ui/Field.tsx';
import { focusRow } from '../../ui/InlineEdit.tsx';
import { Segments } from '../../ui/Segments.tsx';
import { CodeList } from '../edit/CodeList.tsx';
import { splitCode } from '../edit/writes.ts';
import { draftFor, dropDraft, keepDraft } from './draft.ts';
import { Others } from './Others.tsx';
import { Parts } from './Parts.tsx';
import { Pieces } from './Pieces.tsx';
import {
  type Part,
  type Piece,
  partName,
  type Shares,
  STAYS,
  splitWish,
  type Where,
  withoutPart,
} from './parts.ts';
import { usePieces } from './usePieces.ts';

/** Divides a code: parts are named or chosen, and each passage says which of them it goes to. */
export function SplitDialog({
  code,
  codes,
  onClose,
}: {
  code: CodeRow;
  codes: readonly CodeRow[];
  onClose: () => void;
}) {
  const t = useText();
  const { pieces, more } = usePieces(code.id);
  const [waiting] = useState(() => draftFor(code.id));
  const [parts, setParts] = useState<readonly Part[]>(waiting.parts);
  const [shares, setShares] = useState<Shares>(waiting.shares);
  const [where, setWhere] = useState<Where>(waiting.where);
  const [note, setNote] = useState(waiting.note);
  const [choosing, setChoosing] = useState(false);
  const close = () => {
    dropDraft();
    onClose();
    focusRow('codebook', code.id);
  };
  const open = ({ row }: Piece) => {
    keepDraft(code.id, { parts, shares, where, note });
    onClose();
    showQuote(row);
    say(t('codebook.split.waits', { name: code.name }));
  };
  const taken = new Set(parts.map((part) => ('code' in part ? part.code.id : '')));
  const add = (name: string) => {
    if (!parts.some((part) => !('code' in part) && partName(part) === name)) setParts([...parts, { name }]);
  };
  const title = t('codebook.split.title', { name: code.name });
  if (choosing)
    return (
      <Dialog title={title} onClose={() => setChoosing(false)} wide>
        <CodeList
          label={t('codebook.split.find')}
          list={t('codebook.split.list')}
          codes={codes.filter(({ id, codable }) => codable && id !== code.id && !taken.has(id))}
          onChoose={(chosen) => {
            setChoosing(false);
            if (chosen !== null) setParts([...parts, { code: chosen }]);
          }}
        />
        <Actions>
          <Button look="plain" onPress={() => setChoosing(false)}>
            {t('ui.cancel')}
          </Button>
        </Actions>
      </Dialog>
    );
  const given = [...shares.values()];
  const going = given.filter((share) => share.some((number) => number !== STAYS)).length;
  const counts = parts.map((_, index) => given.filter((share) => share.includes(index + 1)).length);
  return (
    <Dialog title={title} onClose={close} wide>
      <Form
        className="stack split"
        onSubmit={async (event) => {
          event.preventDefault();
          if (!(await splitCode(code, splitWish(code, codes, { parts, shares, where, note })))) return;
          dropDraft();
          onClose();
        }}
      >
        <Parts
          code={code}
          parts={parts}
          counts={counts}
          onAdd={add}
          onRemove={(number) => {
            setParts(parts.toSpliced(number - 1, 1));
            setShares(withoutPart(shares, number));
          }}
          onChoose={() => setChoosing(true)}
        />
        {parts.every((part) => 'code' in part) ? null : (
          <Segments
            label={t('codebook.split.where')}
            options={[
              { value: 'beside', label: t('codebook.split.beside', { name: code.name }) },
              { value: 'under', label: t('codebook.split.under', { name: code.name }) },
            ]}
            value={where}
            onChange={setWhere}
          />
        )}
        {pieces === undefined ? null : (
          <>
            <p className="quiet small" role="status">
              {t('codebook.split.sum', { going, all: pieces.length })}{' '}
              {parts.length > 0 && pieces.length > 0 ? t('codebook.split.keys') : null}
            </p>
            {pieces.length === 0 ? null : (
              <Pieces pieces={pieces} parts={parts} shares={shares} onChange={setShares} onOpen={open} />
            )}
          </>
        )}
        {more > 0 ? <p className="quiet small">{t('codebook.split.more', { more })}</p> : null}
        <Others code={code} />
        <Field label={t('codebook.why')} hint={t('codebook.why.hint')} value={note} onChange={setNote} />
        <Actions>
          <Button look="plain" onPress={close}>
            {t('ui.cancel')}
          </Button>
          <Button type="submit" look="primary" isDisabled={parts.length === 0}>
            {t('codebook.split.do')}
          </Button>
        </Actions>
      </Form>
    </Dialog>
  );
}
