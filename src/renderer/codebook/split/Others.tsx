import { useQuery } from '@tanstack/react-query';
import { useIntl } from 'react-intl';
import type { CodeRow } from '../../../contract/codes.ts';
import { api } from '../../client/shell.ts';
import { useText } from '../../messages/intl.tsx';
import { Notice } from '../../ui/Notice.tsx';

/** Says what others have coded with the code, that it stays, and what they can do. Nothing where there is none. */
export function Others({ code }: { code: CodeRow }) {
  const t = useText();
  const { formatList } = useIntl();
  const { data: me } = useQuery(api.coders.me.queryOptions());
  const { data: page } = useQuery(api.codePage.show.queryOptions({ input: { code: code.id } }));
  const others = page?.coders.filter(({ id }) => id !== me?.id) ?? [];
  if (others.length === 0) return null;
  const count = others.reduce((sum, { passages }) => sum + passages, 0);
  const names = formatList(others.map(({ name, passages }) => `${name} (${passages})`));
  return (
    <Notice tone="info" title={t('codebook.split.others', { count, name: code.name, names })}>
      <p className="small">{t('codebook.split.others.how', { name: code.name })}</p>
    </Notice>
  );
}
