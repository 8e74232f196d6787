import { existsSync } from 'node:fs';
import type { MenuItemConstructorOptions } from 'electron';
import { describe, expect, test, vi } from 'vitest';
import { menuTemplate } from '../../src/main/menu.ts';
import { readState, writeState } from '../../src/main/window-state.ts';
import { scratch, startDesktop } from './desktop.ts';

describe('the page', () => {
  test('runs in the sandbox, apart from the preload', async () => {
    const fake = await startDesktop();
    const { webPreferences } = fake.window().options;
    expect(webPreferences).toMatchObject({
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webviewTag: false,
      spellcheck: false,
    });
    expect(webPreferences?.preload).toMatch(/out[/\\]preload[/\\]index\.cjs$/);
    expect(fake.calls[0]).toEqual(['enableSandbox']);
    expect(fake.window().shown).toBe(true);
  });

  test.each(['will-navigate', 'will-frame-navigate'])('cannot lead anywhere else: %s', async (name) => {
    const { webContents } = (await startDesktop()).window();
    const event = { url: 'https://example.org/', preventDefault: vi.fn() };
    webContents.emit(name, event);
    expect(event.preventDefault).toHaveBeenCalledOnce();
    const reload = { url: 'app://local/index.html', preventDefault: vi.fn() };
    webContents.emit(name, reload);
    expect(reload.preventDefault).not.toHaveBeenCalled();
  });

  test('opens no window; a secure link goes to the system, nothing else does', async () => {
    const fake = await startDesktop();
    const open = fake.window().webContents.openHandler;
    for (const url of [
      'file:///etc/passwd',
      'http://example.org',
      'javascript:alert(1)',
      'smb://x/y',
      '',
      'x',
    ]) {
      expect(open?.({ url })).toEqual({ action: 'deny' });
    }
    expect(fake.calls.some(([name]) => name === 'external')).toBe(false);
    expect(open?.({ url: 'https://example.org/plan' })).toEqual({ action: 'deny' });
    expect(fake.calls).toContainEqual(['external', 'https://example.org/plan']);
  });

  test('is granted nothing but writing text to the clipboard', async () => {
    const { webContents } = (await startDesktop()).window();
    const granted = (permission: string) => {
      let answer: boolean | undefined;
      webContents.decide?.(webContents, permission, (allowed) => {
        answer = allowed;
      });
      expect(webContents.check?.(webContents, permission)).toBe(answer);
      return answer;
    };
    for (const permission of [
      'media',
      'geolocation',
      'clipboard-read',
      'openExternal',
      'fileSystem',
      'hid',
    ]) {
      expect(granted(permission)).toBe(false);
    }
    expect(granted('clipboard-sanitized-write')).toBe(true);
  });
});

describe('the menu', () => {
  const rolesOf = (items: MenuItemConstructorOptions[]): unknown[] =>
    items.flatMap(({ role, submenu }) => [role, ...(Array.isArray(submenu) ? rolesOf(submenu) : [])]);

  test.each(['linux', 'win32', 'darwin'] as const)('takes no key that the page wants: %s', (platform) => {
    const roles = rolesOf(menuTemplate(platform, true));
    expect(roles).toEqual(expect.arrayContaining(['copy', 'paste', 'zoomIn', 'minimize']));
    for (const role of ['undo', 'redo', 'close', 'editMenu', 'fileMenu', 'windowMenu', 'viewMenu']) {
      expect(roles).not.toContain(role);
    }
  });

  test('has the developer’s tools during development only', () => {
    expect(rolesOf(menuTemplate('linux', false))).not.toContain('toggleDevTools');
    expect(rolesOf(menuTemplate('linux', true))).toContain('toggleDevTools');
  });
});

describe('the window', () => {
  const display = { x: 0, y: 0, width: 1920, height: 1080 };
  const state = { bounds: { x: 100, y: 80, width: 1200, height: 800 }, maximized: true };

  test('comes back where it was', () => {
    const home = scratch();
    writeState(home, state);
    expect(readState(home, [display])).toEqual(state);
  });

  test('comes back where it can be seen when its display is gone', () => {
    const home = scratch();
    writeState(home, { ...state, bounds: { ...state.bounds, x: 3000 } });
    expect(readState(home, [display])).toEqual({ bounds: { width: 1200, height: 800 }, maximized: true });
  });

  test('has a size of its own at first', () => {
    expect(readState(scratch(), [display])).toMatchObject({ maximized: false, bounds: { width: 1440 } });
  });

  test('brings the program’s picture where the system takes it from there', async () => {
    const { icon } = (await startDesktop()).window().options;
    if (process.platform === 'linux') expect(existsSync(String(icon))).toBe(true);
    else expect(icon).toBeUndefined();
  });

  test('is remembered when it closes', async () => {
    const home = scratch();
    const fake = await startDesktop(undefined, undefined, home);
    fake.window().emit('close');
    expect(readState(home, [display])).toEqual({ bounds: fake.window().bounds, maximized: false });
  });
});
