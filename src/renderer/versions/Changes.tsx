import { Button } from 'react-aria-components';
import type { CodebookChange } from '../../contract/codebook-versions.ts';
import { showCodePage } from '../app/lay.ts';
import { useText } from '../messages/intl.tsx';
import { type Codebook, useCodebook } from '../reader/useCodebook.ts';
import { Swatch } from '../ui/Swatch.tsx';
import { Fields } from './Fields.tsx';

/** A code that changed: its name leads to its page, where it is there. */
function Change({
  change: { kind, code, other, fields },
  codebook,
}: {
  change: CodebookChange;
  codebook: Codebook;
}) {
  const t = useText();
  const there = codebook.byId.get(code.id);
  const above = code.path.split(' / ').slice(0, -1).join(' / ');
  return (
    <li className="vs-change">
      <div className="vs-code">
        <Swatch name={code.name} colour={there?.colour ?? '#808080'} grouping={there?.codable === false} />
        {there === undefined ? (
          <bdi className="vs-name">{code.name}</bdi>
        ) : (
          <Button className="in-link vs-name" onPress={() => showCodePage(code.id)}>
            <bdi>{code.name}</bdi>
          </Button>
        )}
        {other === undefined ? null : (
          <span className="quiet" dir="auto">
            {t(kind === 'merged' ? 'versions.into' : 'versions.from', { name: other.path })}
          </span>
        )}
        {above === '' ? null : (
          <bdi className="faint small clip" title={code.path}>
            {above}
          </bdi>
        )}
      </div>
      <Fields fields={fields} />
    </li>
  );
}

/** What changed, under a heading for each kind of change. */
export function Changes({ changes }: { changes: readonly CodebookChange[] }) {
  const t = useText();
  const codebook = useCodebook();
  return [...Map.groupBy(changes, ({ kind }) => kind)].map(([kind, group]) => (
    <section key={kind} className="vs-kind">
      <h3>
        {t(`versions.change.${kind}`)} <span className="num faint">{group.length}</span>
      </h3>
      <ul>
        {group.map((change) => (
          <Change key={change.code.id} change={change} codebook={codebook} />
        ))}
      </ul>
    </section>
  ));
}
