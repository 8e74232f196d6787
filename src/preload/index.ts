import { ipcRenderer, webUtils } from 'electron';

// This file exposes nothing to the page. It passes on two requests and one answer, so a page that was taken over gains
// no function to call: what it can ask for is what it could ask for anyway, ports that speak the contract.

ipcRenderer.on('colligo:ports', (event) => {
  // The page is the only document this window ever holds (navigation is blocked), so any target is the right one.
  window.postMessage({ colligo: 'ports' }, '*', [...event.ports]);
});

window.addEventListener('message', ({ source, data }: MessageEvent<unknown>) => {
  if (source !== window || typeof data !== 'object' || data === null || !('colligo' in data)) return;
  if (data.colligo === 'connect') ipcRenderer.send('colligo:connect');
  // A file that a person dropped carries its path where no script can read or forge it. It is read here and told to the
  // main process alone; the page gets a permission back. A file made by a script has no path, and gets none.
  if (data.colligo === 'drop' && 'id' in data && 'file' in data && data.file instanceof File) {
    ipcRenderer.send('colligo:drop', { id: data.id, path: webUtils.getPathForFile(data.file) });
  }
});
