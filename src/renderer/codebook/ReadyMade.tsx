import { useQuery } from '@tanstack/react-query';
import { Button as AriaButton } from 'react-aria-components';
import type { ReadyTaxonomy } from '../../contract/codes.ts';
import { api } from '../client/shell.ts';
import { useText } from '../messages/intl.tsx';
import { Button } from '../ui/Button.tsx';
import { Actions, Dialog } from '../ui/Dialog.tsx';
import { addReady } from './actions.ts';

/**
 * The taxonomies that ship: what each is called, what it is for, how many codes it has. One press adds it.
 * @param onAdd what to do once one has been pressed
 */
export function ReadyList({ onAdd }: { onAdd?: () => void }) {
  const t = useText();
  const { data } = useQuery(api.codes.ready.queryOptions());
  return (
    <ul className="ready" aria-label={t('codebook.ready.title')}>
      {data?.map((taxonomy) => (
        <li key={taxonomy.key}>
          <Ready taxonomy={taxonomy} onAdd={onAdd} />
        </li>
      ))}
    </ul>
  );
}

function Ready({ taxonomy, onAdd }: { taxonomy: ReadyTaxonomy; onAdd?: (() => void) | undefined }) {
  const t = useText();
  const { key, title, description, codes } = taxonomy;
  return (
    <AriaButton
      onPress={() => {
        onAdd?.();
        void addReady(key);
      }}
    >
      <b>{title}</b>
      <span className="small num quiet">{t('codebook.ready.counts', { codes })}</span>
      <span className="small quiet">{description}</span>
    </AriaButton>
  );
}

/** The same list for a codebook that has codes already. */
export function ReadyDialog({ onClose }: { onClose: () => void }) {
  const t = useText();
  return (
    <Dialog title={t('codebook.ready.title')} onClose={onClose}>
      <p className="quiet">{t('codebook.ready.beside')}</p>
      <ReadyList onAdd={onClose} />
      <Actions>
        <Button look="plain" onPress={onClose}>
          {t('ui.cancel')}
        </Button>
      </Actions>
    </Dialog>
  );
}
