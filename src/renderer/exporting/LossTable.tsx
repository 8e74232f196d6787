import { useQuery } from '@tanstack/react-query';
import type { RefiOptions } from '../../contract/exports.ts';
import type { Scope } from '../../contract/scope.ts';
import { api } from '../client/shell.ts';
import { useText } from '../messages/intl.tsx';

/** Says before anything is written what a REFI-QDA project holds in another form, or not at all. */
export function LossTable({
  refi,
  pseudonyms,
  scope,
}: {
  refi: RefiOptions;
  pseudonyms: boolean;
  scope?: Scope;
}) {
  const t = useText();
  const { data } = useQuery({
    ...api.exports.loss.queryOptions({ input: { refi, pseudonyms, ...(scope ? { scope } : {}) } }),
    // Rows stay while another profile is looked at.
    placeholderData: (before) => before,
  });
  if (data === undefined) return <p className="quiet">{t('export.loss.looking')}</p>;
  if (data.lines.length === 0) return <p className="quiet">{t('export.loss.none')}</p>;
  return (
    <div className="written loss">
      <table>
        <caption>{t('export.loss')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('export.loss.what')}</th>
            <th scope="col">{t('export.loss.count')}</th>
            <th scope="col">{t('export.loss.becomes')}</th>
          </tr>
        </thead>
        <tbody>
          {data.lines.map((line) => (
            <tr key={line.what}>
              <td>{line.what}</td>
              <td className="num">{t('export.loss.number', { count: line.count })}</td>
              <td>{line.becomes}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
