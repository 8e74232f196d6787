import { useState } from 'react';
import { Button as AriaButton, DialogTrigger, Popover, Radio, RadioGroup } from 'react-aria-components';
import { useText } from '../messages/intl.tsx';
import { codeLetter, codeStyle, NAMED_COLOURS, nearestColour } from '../ui/colour.ts';
import { Field } from '../ui/Field.tsx';
import { Swatch } from '../ui/Swatch.tsx';

const HEX = /^#[0-9a-f]{6}$/;

/** The twelve colours by name, and any other as hex. */
function Choices({
  name,
  colour,
  onChange,
}: {
  name: string;
  colour: string;
  onChange: (colour: string) => void;
}) {
  const t = useText();
  const [hex, setHex] = useState(colour);
  const nearest = nearestColour(colour);
  const take = (value: string) => {
    const typed = value.trim().toLowerCase();
    if (HEX.test(typed) && typed !== colour) onChange(typed);
  };
  return (
    <>
      <RadioGroup
        aria-label={t('code.colour')}
        className="colours"
        orientation="horizontal"
        value={NAMED_COLOURS.some((each) => each.hex === colour) ? colour : ''}
        onChange={(value) => {
          setHex(value);
          onChange(value);
        }}
      >
        {NAMED_COLOURS.map((each) => (
          <Radio key={each.hex} value={each.hex} className="colour">
            <span className="sw" aria-hidden="true" style={codeStyle(each.hex)}>
              {codeLetter(name)}
            </span>
            {t(each.name)}
          </Radio>
        ))}
      </RadioGroup>
      <Field
        label={t('code.hex')}
        value={hex}
        onChange={setHex}
        onBlur={() => take(hex)}
        onKeyDown={(event) => {
          if (event.key === 'Enter') take(hex);
        }}
        isInvalid={!HEX.test(hex.trim().toLowerCase())}
        error={t('code.hex.error')}
        hint={nearest === null ? t('colour.grey') : t(NAMED_COLOURS[nearest]?.name ?? 'colour.grey')}
      />
    </>
  );
}

/** The colour of a code: a button that shows it, and the choice behind it. */
export function ColourField({
  name,
  colour,
  onChange,
}: {
  name: string;
  colour: string;
  onChange: (colour: string) => void;
}) {
  const t = useText();
  const nearest = nearestColour(colour);
  const word = t(nearest === null ? 'colour.grey' : (NAMED_COLOURS[nearest]?.name ?? 'colour.grey'));
  return (
    <DialogTrigger>
      <AriaButton className="btn colour-btn">
        <Swatch name={name} colour={colour} />
        {t('code.colour.is', { colour: word })}
      </AriaButton>
      <Popover className="float" placement="bottom end" aria-label={t('code.colour')}>
        <div className="colour-box">
          <Choices name={name} colour={colour} onChange={onChange} />
        </div>
      </Popover>
    </DialogTrigger>
  );
}
