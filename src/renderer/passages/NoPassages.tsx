import { useText } from '../messages/intl.tsx';
import { Button } from '../ui/Button.tsx';
import { Empty } from '../ui/Empty.tsx';
import { usePassagesView } from './view.ts';

/** Says why the drawer is empty, and offers the way out. */
export function NoPassages({
  of,
  name,
  widens,
}: {
  of: 'code' | 'document';
  /** Of the code or document; undefined where none is chosen. */
  name: string | undefined;
  /** Whether there are codes under this one that are not counted. */
  widens: boolean;
}) {
  const t = useText();
  if (name === undefined) {
    const id = of === 'code' ? 'passages.none.noCode' : 'passages.none.noDocument';
    return (
      <Empty title={t(id)}>
        <p>{t(`${id}.body`)}</p>
      </Empty>
    );
  }
  return (
    <Empty
      title={t(`passages.none.${of}`, { name })}
      actions={
        widens ? (
          <Button onPress={() => usePassagesView.setState({ below: true })}>
            {t('passages.none.widen')}
          </Button>
        ) : undefined
      }
    >
      <p>{widens ? t('passages.none.below.body') : t(`passages.none.${of}.body`)}</p>
    </Empty>
  );
}
