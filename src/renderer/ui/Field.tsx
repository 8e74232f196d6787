import type { ReactNode, Ref } from 'react';
import {
  FieldError,
  Input,
  Label,
  Text,
  TextArea,
  TextField,
  type TextFieldProps,
  type ValidationResult,
} from 'react-aria-components';

export interface FieldProps extends Omit<TextFieldProps, 'children' | 'className'> {
  readonly label: string;
  /** Keeps the label for assistive technology only, where the place makes it plain. */
  readonly labelHidden?: boolean;
  readonly hint?: ReactNode;
  readonly error?: string | ((validation: ValidationResult) => string) | undefined;
  readonly placeholder?: string;
  /** More than one line: the number of rows to begin with; the field grows with its text. */
  readonly rows?: number;
  /** Sets the words in the reading face: for text that somebody writes for others to read. */
  readonly serif?: boolean;
  readonly inputRef?: Ref<HTMLInputElement>;
}

/** A labelled text field with an optional hint and error. */
export function Field({
  label,
  labelHidden,
  hint,
  error,
  placeholder,
  rows,
  serif,
  inputRef,
  ...rest
}: FieldProps) {
  const face = serif === true ? 'serif' : '';
  const shared = { dir: 'auto', ...(placeholder === undefined ? {} : { placeholder }) };
  return (
    <TextField {...rest} className="f">
      <Label className={labelHidden === true ? 'hidden-visually' : undefined}>{label}</Label>
      {rows === undefined ? (
        <Input
          {...shared}
          className={`field ${face}`}
          {...(inputRef === undefined ? {} : { ref: inputRef })}
        />
      ) : (
        <TextArea {...shared} className={`field area ${face}`} rows={rows} />
      )}
      {hint === undefined ? null : (
        <Text slot="description" className="hint">
          {hint}
        </Text>
      )}
      <FieldError className="err-t">{error}</FieldError>
    </TextField>
  );
}
