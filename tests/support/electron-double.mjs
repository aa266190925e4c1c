// A recording double of Electron's module: notes what the built main bundle asks for. Only what the shell uses.
const recorded = {
  windows: [],
  handlers: {},
  trays: 0,
  schemes: [],
  loaded: [],
  listeners: {},
  lock: 0,
  navigations: [],
  openHandler: null,
  permission: null,
  permissionCheck: null,
};
globalThis.recorded = recorded;

class WebContents {
  session = {
    setPermissionRequestHandler: (handler) => {
      recorded.permission = handler;
    },
    setPermissionCheckHandler: (handler) => {
      recorded.permissionCheck = handler;
    },
  };
  on(event, listener) {
    recorded.listeners[event] = listener;
  }
  setWindowOpenHandler(handler) {
    recorded.openHandler = handler;
  }
  send() {}
}
export class BrowserWindow {
  webContents = new WebContents();
  constructor(options) {
    recorded.windows.push(options);
  }
  once() {}
  show() {}
  focus() {}
  restore() {}
  isMinimized() {
    return false;
  }
  isDestroyed() {
    return false;
  }
  loadURL(url) {
    recorded.loaded.push(url);
    return Promise.resolve();
  }
}
export const app = {
  isPackaged: false,
  whenReady: () => Promise.resolve(),
  getAppPath: () => process.env.APP_ROOT,
  requestSingleInstanceLock: () => {
    recorded.lock += 1;
    return true;
  },
  on: (event, listener) => {
    recorded.listeners[event] = listener;
  },
  quit: () => {
    recorded.quit = true;
  },
};
export const powerMonitor = {
  on: (event, listener) => {
    recorded.listeners[event] = listener;
  },
};
export const ipcMain = {
  handle: (channel, handler) => {
    recorded.handlers[channel] = handler;
  },
};
export const protocol = {
  registerSchemesAsPrivileged: (schemes) => recorded.schemes.push(...schemes),
  handle: (_scheme, handler) => {
    recorded.pages = handler;
  },
};
export const net = { fetch: (url) => Promise.resolve(new Response(url)) };
export const shell = {
  openExternal: (url) => {
    recorded.navigations.push(url);
    return Promise.resolve();
  },
};
export const safeStorage = {
  isEncryptionAvailable: () => true,
  getSelectedStorageBackend: () => 'gnome_libsecret',
  encryptString: (text) => Buffer.from(text).reverse(),
  decryptString: (buffer) => Buffer.from(buffer).reverse().toString(),
};
export const session = {
  defaultSession: { resolveProxy: () => Promise.resolve('PROXY proxy.hospital.example:8080; DIRECT') },
};
export const nativeImage = { createFromPath: (path) => ({ path }) };
export const Menu = { buildFromTemplate: (template) => template };
export class Tray {
  constructor(image) {
    recorded.trays += 1;
    recorded.trayImage = image.path;
  }
  setToolTip() {}
  setImage() {}
  setTitle() {}
  setContextMenu(menu) {
    recorded.trayMenu = menu.map((item) => item.label).filter(Boolean);
  }
  on() {}
}
export const globalShortcut = {
  register: (keys) => {
    recorded.shortcut = keys;
    return true;
  },
};
export default {};
