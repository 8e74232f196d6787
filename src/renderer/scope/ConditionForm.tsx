import { type RefObject, useMemo } from 'react';
import { Dialog, Heading, Popover } from 'react-aria-components';
import { useText } from '../messages/intl.tsx';
import { AttributeForm } from './AttributeForm.tsx';
import { CodesForm } from './CodesForm.tsx';
import { type EditedCondition, useEditingCondition } from './editing.ts';
import { ListForm } from './ListForm.tsx';
import { TextForm } from './TextForm.tsx';

function Body({ edited }: { edited: EditedCondition }) {
  const { kind, index } = edited;
  if (kind === 'attributes') return <AttributeForm index={index} />;
  if (kind === 'codes') return <CodesForm index={index} />;
  if (kind === 'text') return <TextForm />;
  return <ListForm kind={kind} />;
}

/**
 * The form of the condition that is being written. What is chosen in it holds at once.
 * @param fallback what it opens under where it was not asked for by a chip
 */
export function ConditionForm({ fallback }: { fallback: RefObject<HTMLElement | null> }) {
  const t = useText();
  const { edited, anchor, close } = useEditingCondition();
  const at = useMemo(
    () => ({ current: anchor?.isConnected === true ? anchor : fallback.current }),
    [anchor, fallback],
  );
  if (edited === null) return null;
  return (
    <Popover
      className="float"
      triggerRef={at}
      isOpen
      placement="bottom start"
      offset={6}
      onOpenChange={(open) => (open ? undefined : close())}
    >
      <Dialog className="scope-form">
        <Heading slot="title">{t(`scope.form.${edited.kind}`)}</Heading>
        <Body edited={edited} />
      </Dialog>
    </Popover>
  );
}
