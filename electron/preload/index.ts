// The bridge: two verbs, nothing else. Names and inputs are checked on the other side.
import { contextBridge, type IpcRendererEvent, ipcRenderer } from 'electron';

contextBridge.exposeInMainWorld('bridge', {
  call: (name: string, input: unknown) => ipcRenderer.invoke('desk:call', name, input),
  on: (listener: (event: unknown) => void) => {
    const forward = (_: IpcRendererEvent, event: unknown) => listener(event);
    ipcRenderer.on('desk:event', forward);
    return () => {
      ipcRenderer.removeListener('desk:event', forward);
    };
  },
});
