import fc from 'fast-check';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { Markdown } from '../../src/renderer/ui/Markdown.tsx';

const html = (source: string) =>
  renderToStaticMarkup(<Markdown source={source} onFollow={() => undefined} />);

test('marks, lists, tables and links become elements', () => {
  expect(html('A *b* **c** ~~d~~ `e`')).toContain(
    '<p dir="auto">A <em>b</em> <strong>c</strong> <del>d</del> <code>e</code></p>',
  );
  expect(html('# One')).toContain('<h4 dir="auto">One</h4>');
  expect(html('3. x\n4. y')).toContain('<ol start="3">');
  expect(html('| a |\n| - |\n| b |')).toContain('<td dir="auto">b</td>');
  expect(html('[w](https://example.org "t")')).toContain(
    '<a href="https://example.org" target="_blank" rel="noopener noreferrer"',
  );
  expect(html('[Plan](colligo:document/1)')).toMatch(/<button[^>]*class="link md-mention"/);
  expect(html('[a][b]\n\n[b]: https://example.org/x')).toContain('href="https://example.org/x"');
});

test('what is not trusted stays words', () => {
  expect(html('<img src=x onerror=alert(1)>')).toContain('&lt;img src=x onerror=alert(1)&gt;');
  expect(html('![words](https://example.org/a.png)')).not.toContain('<img');
  for (const url of ['javascript:alert(1)', 'data:text/html,x', 'file:///etc/passwd', 'JaVaScRiPt:x']) {
    const made = html(`[here](${url})`);
    expect(made, url).toContain('here');
    expect(made, url).not.toContain('href');
  }
});

test('whatever is written, no element comes out that this program does not make', () => {
  const ALLOWED =
    /^(?:div|p|h[456]|em|strong|del|code|pre|blockquote|ul|ol|li|a|button|bdi|br|hr|table|tbody|tr|td|sup)$/;
  const piece = fc.oneof(
    fc.string(),
    fc.constantFrom(
      '<script>',
      '</div>',
      '<a href=',
      '&lt;',
      '[x](',
      '![',
      '```',
      '|a|\n|-|\n',
      '\n\n',
      '> ',
      '- ',
    ),
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 20 }), (pieces) => {
      for (const [, name = ''] of html(pieces.join('')).matchAll(/<([a-z][a-z0-9]*)/g)) {
        expect(name).toMatch(ALLOWED);
      }
    }),
  );
});
