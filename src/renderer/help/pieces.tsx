import type { Nodes } from 'mdast';
import { createElement, type ReactNode } from 'react';
import { Link } from 'react-aria-components';
import { leadsOutside } from '../ui/links.ts';
import { Key } from './Key.tsx';
import { KeyTables } from './KeyTables.tsx';
import { pictureOf } from './library.ts';
import type { Place } from './open.ts';
import { KEY_TABLES } from './read.ts';
import { isTopic, type TopicId } from './topics.ts';

/** Where a link of the docs leads within the help, or null: `coding.md`, `coding.md#weights`, `#weights`. */
export function placeOf(url: string, here: TopicId): Place | null {
  const [, file = '', anchor] = /^(?:([a-z-]+)\.md)?(?:#(.+))?$/.exec(url) ?? [];
  const topic = file === '' ? here : file;
  if (!isTopic(topic) || (file === '' && anchor === undefined)) return null;
  return { topic, anchor: anchor ?? null };
}

/** A picture, unless it is not there. */
function picture(url: string, alt: string): ReactNode {
  const address = pictureOf(url);
  return address === undefined ? null : <img src={address} alt={alt} loading="lazy" />;
}

/**
 * Draws what a page of the docs has beyond a memo: links between topics, keys, pictures, tables with heads, the tables of
 * keys. Anything else in HTML is a remark and is not shown.
 * @param below draws what stands in the node
 * @param here the topic it stands in
 * @returns undefined for what is drawn as in any Markdown
 */
export function drawSpecial(
  node: Nodes,
  below: () => ReactNode[],
  here: TopicId,
  onGo: (to: Place) => void,
): ReactNode | undefined {
  switch (node.type) {
    case 'html':
      return node.value === KEY_TABLES.begin ? <KeyTables /> : null;
    case 'inlineCode':
      return node.data === undefined ? undefined : <Key {...node.data} />;
    case 'heading':
      return createElement(
        `h${Math.min(node.depth + 1, 6)}`,
        { id: `help-${node.data?.anchor ?? ''}` },
        ...below(),
      );
    case 'link': {
      const to = placeOf(node.url, here);
      if (to === null) return leadsOutside(node.url) ? undefined : below();
      return (
        <Link className="link" onPress={() => onGo(to)}>
          {below()}
        </Link>
      );
    }
    case 'image':
      return picture(node.url, node.alt ?? '');
    case 'tableCell':
      return node.data?.isHead === true ? <th scope="col">{below()}</th> : undefined;
    case 'table': {
      const [head, ...rows] = below();
      return (
        <div className="hp-table">
          <table>
            <thead>{head}</thead>
            <tbody>{rows}</tbody>
          </table>
        </div>
      );
    }
    default:
      return undefined;
  }
}
