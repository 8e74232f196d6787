import { Objects, Words } from '../fixtures/pdf/syntax.ts';
import { expect, test } from './app.ts';
import { openPdf, ready, sheet } from './pages.ts';

const ELSEWHERE = 'http://127.0.0.1:9';

/** A page that would run, open, fetch and send whatever the format has words for (ISO 32000-2, 12.6.4 and 12.7). */
function hostile(): Buffer {
  const objects = new Objects();
  const [catalog, pages, page] = [objects.reserve(), objects.reserve(), objects.reserve()];
  const script = (text: string) => ({ S: 'JavaScript', JS: new Words(text) });
  const link = objects.put({
    Type: 'Annot',
    Subtype: 'Link',
    Rect: [60, 690, 400, 720],
    A: { S: 'URI', URI: new Words(`${ELSEWHERE}/link`) },
  });
  const launch = objects.put({
    Type: 'Annot',
    Subtype: 'Link',
    Rect: [60, 640, 400, 680],
    A: { S: 'Launch', F: new Words('/bin/sh') },
  });
  const send = { S: 'SubmitForm', F: { FS: 'URL', F: new Words(`${ELSEWHERE}/form`) } };
  const field = objects.put({
    Type: 'Annot',
    Subtype: 'Widget',
    FT: 'Tx',
    T: new Words('name'),
    V: new Words('a value'),
    Rect: [60, 590, 400, 620],
    A: send,
    AA: { K: script('app.alert("key")'), Fo: script('app.alert("focus")'), C: script('app.alert("sum")') },
  });
  const outside = objects.stream(
    {
      Type: 'XObject',
      Subtype: 'Image',
      Width: 9,
      Height: 9,
      F: { FS: 'URL', F: new Words(`${ELSEWHERE}/image`) },
    },
    Buffer.alloc(0),
  );
  const font = objects.put({ Type: 'Font', Subtype: 'Type1', BaseFont: 'Helvetica' });
  const words = '<script>alert(1)</script><img src=x onerror=alert(2)>';
  const content = `BT /F 12 Tf 60 700 Td (Words of a page that means ill) Tj 0 -60 Td (${words}) Tj ET q 99 0 0 99 60 400 cm /I Do Q`;
  objects.put(
    {
      Type: 'Page',
      Parent: pages,
      MediaBox: [0, 0, 595, 842],
      Resources: { Font: { F: font }, XObject: { I: outside } },
      Contents: objects.stream({}, Buffer.from(content, 'latin1')),
      Annots: [link, launch, field],
      AA: { O: script('app.launchURL("http://127.0.0.1:9/open")') },
    },
    page,
  );
  objects.put({ Type: 'Pages', Kids: [page], Count: 1 }, pages);
  objects.put(
    {
      Type: 'Catalog',
      Pages: pages,
      OpenAction: script('app.alert("opened")'),
      AA: { WC: script('app.alert("closed")'), DP: { S: 'Launch', F: new Words('/bin/sh') } },
      Names: {
        JavaScript: { Names: [new Words('a'), script('this.submitForm("http://127.0.0.1:9/names")')] },
      },
      AcroForm: { Fields: [field], NeedAppearances: true, CO: [field] },
    },
    catalog,
  );
  return objects.file({ Root: catalog }, (bytes) => bytes, 0);
}

test('a PDF runs nothing, opens nothing and asks nobody', async ({ app }) => {
  const asked = new Set<string>();
  const shown: string[] = [];
  app.page.on('request', (request) => asked.add(request.url()));
  app.page.on('dialog', async (dialog) => {
    shown.push(dialog.message());
    await dialog.dismiss();
  });
  app.page.context().on('page', (other) => shown.push(other.url()));
  await app.page.addInitScript(() => {
    const said: string[] = [];
    Object.assign(window, { said });
    // What the program's own start tries comes before there is a library.
    addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => {
      if (document.querySelector('[role=treegrid]') !== null) said.push(`${violatedDirective} ${blockedURI}`);
    });
  });
  const page = await openPdf(app, hostile());
  await ready(page, 1);
  const origin = new URL(page.url()).origin;
  // Its words are words.
  await expect(sheet(page, 1).locator('.pg-line').first()).toHaveText('Words of a page that means ill');
  await expect(sheet(page, 1)).toContainText('<script>alert(1)</script>');
  const box = await sheet(page, 1).boundingBox();
  const scale = (box?.width ?? 0) / 595;
  for (const y of [705, 660, 605]) {
    await page.mouse.click((box?.x ?? 0) + 120 * scale, (box?.y ?? 0) + (842 - y) * scale);
    await page.keyboard.press('x');
    await page.keyboard.press('Escape');
  }
  // Drawn again, and gone from.
  await page.keyboard.press('Shift+p');
  await page.keyboard.press('p');
  await page.keyboard.press('p');
  await expect(sheet(page, 1).locator('.pg-picture[data-drawn]')).toBeVisible();
  expect(await sheet(page, 1).locator('a, input, iframe, object, embed, img, script').count()).toBe(0);
  const others = [...asked].filter((url) => !url.startsWith(origin) && !/^(?:about|data|blob):/.test(url));
  expect(others.filter((url) => new URL(url).hostname !== '127.0.0.1' || url.startsWith(ELSEWHERE))).toEqual(
    [],
  );
  expect(shown).toEqual([]);
  expect(new URL(page.url()).origin).toBe(origin);
  expect(await page.evaluate('window.said')).toEqual([]);
});
