// Runs in the page before anything of its own: measures from a key press to the frame that shows what it did.

/** Passages that the engine has given an id; what is only painted so far has none. */
const KNOWN = '[data-passages*="-"]';

/** Remembers the row that has the focus (a paragraph, or the cells of a table's row), or the whole page without rows. */
globalThis.rememberRow = () => {
  const row = document.activeElement?.closest('[data-index]') ?? document.body;
  globalThis.watchedRow = row;
  globalThis.watchedPassages = row.querySelectorAll(KNOWN).length;
};

/**
 * Waits for a key, then for more elements of a kind in the remembered row, then for the frame that paints them.
 *
 * @param {string} key
 * @param {string} painted a CSS selector
 * @returns {Promise<number>} milliseconds from the press to the end of that frame's work
 */
globalThis.watchKey = (key, painted) => {
  const count = () => globalThis.watchedRow.querySelectorAll(painted).length;
  const before = count();
  return new Promise((resolve, reject) => {
    let pressed = 0;
    const giveUp = () => reject(new Error(`nothing was painted after ${pressed ? 'the key' : 'no key'}`));
    setTimeout(giveUp, 10_000);
    const hear = (event) => {
      if (event.key !== key) return;
      pressed = event.timeStamp;
      removeEventListener('keydown', hear, { capture: true });
    };
    addEventListener('keydown', hear, { capture: true });
    const observer = new MutationObserver(() => {
      if (pressed === 0 || count() <= before) return;
      observer.disconnect();
      // The callback comes before the frame is painted, the message after it.
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => resolve(performance.now() - pressed);
        port2.postMessage(null);
      });
    });
    observer.observe(globalThis.watchedRow, { childList: true, subtree: true });
  });
};

/** Waits until the coding of the remembered row has come back from the engine, and the row has the focus again. */
globalThis.rowSettled = async () => {
  const row = globalThis.watchedRow;
  const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
  const settled = () =>
    row.querySelectorAll(KNOWN).length > globalThis.watchedPassages && row.contains(document.activeElement);
  for (let frames = 0; row && !settled(); frames++) {
    if (frames > 600) throw new Error('the coding never came back from the engine');
    await frame();
  }
  await frame();
};

/**
 * Waits for a key, then for another list of options, then for the frame that paints it.
 *
 * @param {string} key
 * @returns {Promise<number>} milliseconds from the press to the end of that frame's work
 */
globalThis.watchOptions = (key) => {
  const list = () => [...document.querySelectorAll('[role=option]')].map((each) => each.textContent).join();
  const before = list();
  return new Promise((resolve, reject) => {
    let pressed = 0;
    setTimeout(() => reject(new Error('the list stayed as it was')), 10_000);
    const frame = () => {
      if (list() === before) return requestAnimationFrame(frame);
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => resolve(performance.now() - pressed);
      return port2.postMessage(null);
    };
    const hear = (event) => {
      if (event.key !== key) return;
      pressed = event.timeStamp;
      removeEventListener('keydown', hear, { capture: true });
      requestAnimationFrame(frame);
    };
    addEventListener('keydown', hear, { capture: true });
  });
};

/**
 * Scrolls by about a line a frame, or as told.
 *
 * @param {string} selector of what scrolls
 * @param {{ px?: number, frames?: number, turn?: number }} [how] `turn`: after so many frames the way goes back
 * @returns {Promise<number[]>} how long each frame took, in milliseconds
 */
globalThis.scrollFrames = async (
  selector,
  { px = 40, frames = 240, turn = Number.POSITIVE_INFINITY } = {},
) => {
  const element = document.querySelector(selector) ?? document.documentElement;
  const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
  const taken = [];
  let before = await frame();
  for (let step = 0; step < frames; step++) {
    element.scrollTop += Math.floor(step / turn) % 2 === 0 ? px : -px;
    const now = await frame();
    taken.push(now - before);
    before = now;
  }
  return taken;
};

/** Presses a document of the library, whose title holds this. */
const pressDocument = (title) => {
  const rows = [...document.querySelectorAll('[data-pane=library] [role=row]')];
  const row = rows.find((each) => each.textContent?.includes(title));
  for (const type of ['pointerdown', 'mousedown', 'pointerup', 'mouseup', 'click']) {
    const Kind = type.startsWith('pointer') ? PointerEvent : MouseEvent;
    row?.dispatchEvent(new Kind(type, { bubbles: true, button: 0 }));
  }
};

/**
 * Presses a document of the library that was published as pages.
 *
 * @param {string} title a part of it
 * @returns {Promise<number>} milliseconds until the picture of a page is painted
 */
globalThis.openPages = (title) =>
  new Promise((resolve, reject) => {
    setTimeout(() => reject(new Error('no page was painted')), 20_000);
    const start = performance.now();
    const observer = new MutationObserver(() => {
      if (document.querySelector('.pg-picture[data-drawn]') === null) return;
      observer.disconnect();
      requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - start)));
    });
    const attributeFilter = ['data-drawn'];
    observer.observe(document.body, { subtree: true, childList: true, attributes: true, attributeFilter });
    pressDocument(title);
  });

/**
 * Presses a document of the library.
 *
 * @param {string} title a part of it
 * @returns {Promise<number>} milliseconds until a highlight of it is painted
 */
globalThis.openDocument = async (title) => {
  const start = performance.now();
  pressDocument(title);
  const there = () => document.querySelector(`[role=document][aria-label*="${title}"] .hl-tint`) !== null;
  for (let frames = 0; !there(); frames++) {
    if (frames > 1200) throw new Error('the document did not open');
    await new Promise((resolve) => requestAnimationFrame(resolve));
  }
  await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
  return performance.now() - start;
};
