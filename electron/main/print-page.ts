// Prints a page composed by the desk in a hidden window: no scripts, no Node, no navigation.
import { BrowserWindow } from 'electron';

/** @returns the PDF; page numbers and size come from the page's own style */
export async function printPage(html: string): Promise<Uint8Array> {
  const window = new BrowserWindow({
    show: false,
    webPreferences: {
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webSecurity: true,
      javascript: false,
      // In memory, and separate from the desk's own window.
      partition: 'print',
    },
  });
  try {
    window.webContents.session.webRequest.onBeforeRequest(({ url }, decide) =>
      decide({ cancel: !url.startsWith('data:text/html') }),
    );
    await window.loadURL(`data:text/html;charset=utf-8;base64,${Buffer.from(html).toString('base64')}`);
    return await window.webContents.printToPDF({ preferCSSPageSize: true, generateTaggedPDF: true });
  } finally {
    window.destroy();
  }
}
