import { useState } from 'react';
import { Form } from 'react-aria-components';
import { useText } from '../messages/intl.tsx';
import { useScope } from '../state/scope.ts';
import { Button } from '../ui/Button.tsx';
import { Field } from '../ui/Field.tsx';
import { useEditingCondition } from './editing.ts';

/** Writes the words that passages have to contain. */
export function TextForm() {
  const t = useText();
  const { scope, change } = useScope();
  const close = useEditingCondition((state) => state.close);
  const [text, setText] = useState(scope.text);
  return (
    <Form
      className="line"
      onSubmit={(event) => {
        event.preventDefault();
        change({ text: text.trim() });
        close();
      }}
    >
      <Field
        label={t('scope.form.words')}
        labelHidden
        placeholder={t('scope.form.words')}
        autoFocus
        maxLength={500}
        value={text}
        onChange={setText}
      />
      <Button look="primary" type="submit">
        {t('scope.form.apply')}
      </Button>
    </Form>
  );
}
