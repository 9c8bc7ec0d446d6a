import { contextBridge, ipcRenderer } from 'electron';
import { type Bridge, channels } from '../shared/contract/bridge.ts';

const bridge: Bridge = {
  call: ({ id, method, args }) => ipcRenderer.invoke(channels.call, { id, method, args }),
  cancel: (id) => ipcRenderer.send(channels.cancel, id),
  listen(listener) {
    // Electron's own event object stays here: it would hand the page the whole of ipcRenderer.
    const pass = (_event: unknown, name: string, data: unknown) => listener(name, data);
    ipcRenderer.on(channels.event, pass);
    return () => ipcRenderer.off(channels.event, pass);
  },
};
contextBridge.exposeInMainWorld('fieldbook', bridge);
