import { contextBridge, ipcRenderer, webUtils } from 'electron';
import { type Bridge, channels } from '../shared/contract/bridge.ts';

const bridge: Bridge = {
  call: ({ id, method, args, language }) => ipcRenderer.invoke(channels.call, { id, method, args, language }),
  cancel: (id) => ipcRenderer.send(channels.cancel, id),
  listen(listener) {
    // Electron's own event object stays here: it would hand the page the whole of ipcRenderer.
    const pass = (_event: unknown, name: string, data: unknown) => listener(name, data);
    ipcRenderer.on(channels.event, pass);
    return () => ipcRenderer.off(channels.event, pass);
  },
  // Electron before 29 has no webUtils and writes the path on the file itself.
  pathOf: (file) => (webUtils ? webUtils.getPathForFile(file) : ((file as { path?: string }).path ?? '')),
};
contextBridge.exposeInMainWorld('fieldbook', bridge);
