import './markdown.css';
import type { Definition, Nodes, Parents, Root } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';
import { createElement, type ReactNode, useMemo } from 'react';
import { Button } from 'react-aria-components';
import { leadsOutside, OWN_LINK } from './links.ts';

interface Rendering {
  readonly definitions: ReadonlyMap<string, Definition>;
  readonly onFollow: (url: string) => void;
  /** Draws a node in a way of its own; undefined leaves it to be drawn as any other. */
  readonly special?: ((node: Nodes, below: () => ReactNode[]) => ReactNode | undefined) | undefined;
}

/** Reads Markdown with the tables, lists and strike-outs of GitHub's dialect. Never throws: everything is some Markdown. */
export function parseMarkdown(source: string): Root {
  return fromMarkdown(source, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] });
}

function definitionsOf(root: Root): ReadonlyMap<string, Definition> {
  return new Map(
    root.children.flatMap((node) => (node.type === 'definition' ? [[node.identifier, node]] : [])),
  );
}

function below(node: Parents, rendering: Rendering): ReactNode[] {
  return node.children.map((child, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: a piece of a text has no identity but its place
    <Piece key={index} node={child} rendering={rendering} />
  ));
}

function Link({ url, node, rendering }: { url: string; node: Parents; rendering: Rendering }) {
  const words = below(node, rendering);
  if (url.startsWith(OWN_LINK)) {
    return (
      <Button className="link md-mention" onPress={() => rendering.onFollow(url)}>
        <bdi>{words}</bdi>
      </Button>
    );
  }
  if (!leadsOutside(url)) return words;
  return (
    <a href={url} target="_blank" rel="noopener noreferrer" title={url}>
      {words}
    </a>
  );
}

/** One node of the tree as an element. HTML in the source is shown as the text it is; pictures as their words. */
function Piece({ node, rendering }: { node: Nodes; rendering: Rendering }): ReactNode {
  const special = rendering.special?.(node, () => ('children' in node ? below(node, rendering) : []));
  if (special !== undefined) return special;
  switch (node.type) {
    case 'text':
      return node.value;
    case 'html':
      return node.value;
    case 'inlineCode':
      return <code>{node.value}</code>;
    case 'code':
      return (
        <pre>
          <code>{node.value}</code>
        </pre>
      );
    case 'break':
      return <br />;
    case 'thematicBreak':
      return <hr />;
    case 'image':
    case 'imageReference':
      return node.alt ?? '';
    case 'link':
      return <Link url={node.url} node={node} rendering={rendering} />;
    case 'linkReference':
      return (
        <Link url={rendering.definitions.get(node.identifier)?.url ?? ''} node={node} rendering={rendering} />
      );
    case 'emphasis':
      return <em>{below(node, rendering)}</em>;
    case 'strong':
      return <strong>{below(node, rendering)}</strong>;
    case 'delete':
      return <del>{below(node, rendering)}</del>;
    case 'paragraph':
      return <p dir="auto">{below(node, rendering)}</p>;
    case 'heading':
      // The pane has headings of its own above: those of a memo begin below them.
      return createElement(`h${Math.min(node.depth + 3, 6)}`, { dir: 'auto' }, ...below(node, rendering));
    case 'blockquote':
      return <blockquote dir="auto">{below(node, rendering)}</blockquote>;
    case 'list':
      return node.ordered === true ? (
        <ol start={node.start ?? 1}>{below(node, rendering)}</ol>
      ) : (
        <ul>{below(node, rendering)}</ul>
      );
    case 'listItem':
      return (
        <li dir="auto">
          {typeof node.checked === 'boolean' ? (node.checked ? '☑ ' : '☐ ') : null}
          {below(node, rendering)}
        </li>
      );
    case 'table':
      return (
        <table>
          <tbody>{below(node, rendering)}</tbody>
        </table>
      );
    case 'tableRow':
      return <tr>{below(node, rendering)}</tr>;
    case 'tableCell':
      return <td dir="auto">{below(node, rendering)}</td>;
    case 'footnoteReference':
      return <sup>{node.label ?? node.identifier}</sup>;
    case 'footnoteDefinition':
      return (
        <div className="md-note">
          <sup>{node.label ?? node.identifier}</sup>
          {below(node, rendering)}
        </div>
      );
    case 'root':
      return below(node, rendering);
    default:
      return null;
  }
}

/**
 * Shows Markdown that somebody wrote. The tree of the parser becomes elements one by one, so that nothing in the source
 * can become anything else than text, marks and links.
 * @param source Markdown; it need not be trusted
 * @param onFollow is given the address of a link within the project (`colligo:…`) when it is pressed
 */
export function Markdown({ source, onFollow }: { source: string; onFollow: (url: string) => void }) {
  const root = useMemo(() => parseMarkdown(source), [source]);
  const definitions = useMemo(() => definitionsOf(root), [root]);
  return (
    <div className="md serif">
      <Piece node={root} rendering={{ definitions, onFollow }} />
    </div>
  );
}

/**
 * Shows a tree that the program itself ships, where some nodes are more than what a memo may hold.
 * @param special draws those nodes
 */
export function MarkdownTree({ root, special }: { root: Root; special: NonNullable<Rendering['special']> }) {
  const definitions = useMemo(() => definitionsOf(root), [root]);
  return <Piece node={root} rendering={{ definitions, onFollow: () => undefined, special }} />;
}
