import { useQuery } from '@tanstack/react-query';
import { api } from '../client/shell.ts';
import { useKeyNames } from '../commands/useKeyNames.ts';
import { HelpLink } from '../help/HelpLink.tsx';
import { useText } from '../messages/intl.tsx';
import { narrows, useScope } from '../state/scope.ts';
import { Button } from '../ui/Button.tsx';
import { Empty } from '../ui/Empty.tsx';
import { type Shown, usePassagesView } from './view.ts';

/** Says that the scope leaves nothing of this, and how much it holds. */
function NotInScope({ of, name }: { of: 'scope' | 'code' | 'document'; name: string }) {
  const t = useText();
  const { scope, clear } = useScope();
  const { data } = useQuery(api.scope.count.queryOptions({ input: { scope } }));
  const title = of === 'scope' ? t('passages.none.scoped') : t(`passages.none.scoped.${of}`, { name });
  return (
    <Empty title={title} actions={<Button onPress={clear}>{t('passages.none.clear')}</Button>}>
      {data === undefined ? null : (
        <p>
          {t('passages.none.scoped.body', { ...data })} <HelpLink to="comparing" />
        </p>
      )}
    </Empty>
  );
}

/** Says why the drawer is empty, and offers the way out. */
export function NoPassages({
  of,
  name,
  widens,
}: {
  of: Shown;
  /** Of the code or document; undefined where none is chosen. */
  name: string | undefined;
  /** Whether there are codes under this one that are not counted. */
  widens: boolean;
}) {
  const t = useText();
  const keys = useKeyNames();
  const isNarrow = useScope(({ scope }) => narrows(scope));
  if (of === 'cell')
    return (
      <Empty title={t('passages.none.cell', { name: name ?? '' })}>
        <p>
          {t('passages.none.cell.body')} <HelpLink to="comparing" />
        </p>
      </Empty>
    );
  const kind = of === 'below' ? 'code' : of;
  if (name === undefined && kind !== 'scope') {
    const id = kind === 'code' ? 'passages.none.noCode' : 'passages.none.noDocument';
    return (
      <Empty title={t(id)}>
        <p>{t(`${id}.body`)}</p>
      </Empty>
    );
  }
  if (isNarrow) return <NotInScope of={kind} name={name ?? ''} />;
  return (
    <Empty
      title={t(`passages.none.${kind}`, { name: name ?? '' })}
      actions={
        widens ? (
          <Button onPress={() => usePassagesView.setState({ of: 'below' })}>
            {t('passages.none.widen')}
          </Button>
        ) : undefined
      }
    >
      <p>
        {widens ? t('passages.none.below.body') : t(`passages.none.${kind}.body`, keys)}{' '}
        <HelpLink to="coding" />
      </p>
    </Empty>
  );
}
