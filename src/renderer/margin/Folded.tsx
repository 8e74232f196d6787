import { Button, Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components';
import { useText } from '../messages/intl.tsx';
import type { Stripe } from '../reader/stripes.ts';
import { type Codebook, nameOf } from '../reader/useCodebook.ts';
import { brief } from '../reader/words.ts';
import { Swatch } from '../ui/Swatch.tsx';
import { showStripe } from './actions.ts';
import type { MarginView } from './useMarginView.ts';

/** What stands for the codes that have no place of their own: opens the list of all that begin here. */
export function Folded({
  stripes,
  count,
  y,
  codebook,
  view,
  stop,
}: {
  /** All that begin in the row. */
  stripes: readonly Stripe[];
  /** How many of them have no name beside the text. */
  count: number;
  /** px from the row's top. */
  y: number;
  codebook: Codebook;
  view: MarginView;
  /** Whether Tab reaches it. */
  stop: boolean;
}) {
  const t = useText();
  const titleOf = (stripe: Stripe) =>
    stripe.codeId === null || !view.codes ? brief(view.noteOf(stripe)) : nameOf(codebook, stripe.codeId);
  return (
    <li className="mg-label" style={{ insetBlockStart: y }}>
      <MenuTrigger>
        <Button
          className="mg-more num"
          aria-label={t('margin.moreHere', { count, all: stripes.length })}
          excludeFromTabOrder={!stop}
        >
          {t('margin.more', { count })}
        </Button>
        <Popover className="float" offset={4} placement="bottom start" aria-label={t('margin.here')}>
          <Menu className="menu" aria-label={t('margin.here')}>
            {stripes.map((stripe) => (
              <MenuItem
                key={stripe.key}
                id={stripe.key}
                textValue={titleOf(stripe)}
                onAction={() => showStripe(stripe)}
              >
                <span className="mg-code">
                  {stripe.codeId === null ? null : (
                    <Swatch
                      name={nameOf(codebook, stripe.codeId)}
                      colour={codebook.byId.get(stripe.codeId)?.colour ?? '#808080'}
                    />
                  )}
                  <bdi className={stripe.codeId === null ? 'serif clip' : 'clip'}>{titleOf(stripe)}</bdi>
                </span>
              </MenuItem>
            ))}
          </Menu>
        </Popover>
      </MenuTrigger>
    </li>
  );
}
