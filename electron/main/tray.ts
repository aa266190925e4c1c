// The tray icon: one click brings the desk back.
import { app, Menu, nativeImage, Tray } from 'electron';

export function createTray(iconFile: string, showWindow: () => void): Tray {
  const tray = new Tray(nativeImage.createFromPath(iconFile));
  tray.setToolTip('Tier3 Desk');
  tray.setContextMenu(
    Menu.buildFromTemplate([
      { label: 'Open Tier3 Desk', click: showWindow },
      { type: 'separator' },
      { label: 'Quit', click: () => app.quit() },
    ]),
  );
  tray.on('click', showWindow);
  return tray;
}
