import type { MenuItemConstructorOptions } from 'electron';

/**
 * The application's menu. It is small on purpose, since commands live in the page's registry; and it holds roles only.
 * Undo, redo and close are left out because a role takes its keys away from the page, where undo is the project's and
 * Mod+W closes a tab.
 *
 * @param platform macOS expects a menu of the program itself
 * @param development whether to offer the developer's tools
 * @returns a template for Menu.buildFromTemplate
 */
export function menuTemplate(platform: NodeJS.Platform, development: boolean): MenuItemConstructorOptions[] {
  const mac = platform === 'darwin';
  const own: MenuItemConstructorOptions[] = mac
    ? [{ role: 'appMenu' }]
    : [{ label: '&File', submenu: [{ role: 'quit' }] }];
  const tools: MenuItemConstructorOptions[] = development
    ? [{ type: 'separator' }, { role: 'reload' }, { role: 'toggleDevTools' }]
    : [];
  return [
    ...own,
    {
      label: '&Edit',
      submenu: [
        { role: 'cut' },
        { role: 'copy' },
        { role: 'paste' },
        { type: 'separator' },
        { role: 'selectAll' },
      ],
    },
    {
      label: '&View',
      submenu: [
        { role: 'resetZoom' },
        { role: 'zoomIn' },
        { role: 'zoomOut' },
        { role: 'togglefullscreen' },
        ...tools,
      ],
    },
    {
      label: '&Window',
      submenu: [{ role: 'minimize' }, { role: 'zoom' }, ...(mac ? [{ role: 'front' } as const] : [])],
    },
  ];
}
