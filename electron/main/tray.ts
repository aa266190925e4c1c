// The tray icon: the worst clock state as a shape, the five clocks that end first in its menu, one click to a case.
import { join } from 'node:path';
import { app, Menu, nativeImage, Tray } from 'electron';
import type { DeskEvent } from '../contract/calls.ts';
import type { CaseId } from '../core/domain/ids.ts';

export type TrayState = Extract<DeskEvent, { event: 'tray' }>;

export interface TrayActions {
  readonly showWindow: () => void;
  readonly openCase: (caseId: CaseId) => void;
}

const WORDS: Readonly<Record<TrayState['worst'], string>> = {
  missed: 'missed',
  due: 'due soon',
  soon: 'past half their time',
  paused: 'paused',
  fine: 'running',
  met: 'running',
};

/** Creates the icon; the returned function updates its state. */
export function createTray(icons: string, { showWindow, openCase }: TrayActions): (state: TrayState) => void {
  const image = (worst: string) =>
    nativeImage.createFromPath(join(icons, `tray-${worst === 'met' ? 'fine' : worst}.png`));
  const tray = new Tray(image('fine'));
  const show = (state: TrayState | null) => {
    const words =
      state === null || state.count === 0 ? 'Tier3 Desk' : `Tier3 Desk: ${state.count} ${WORDS[state.worst]}`;
    tray.setImage(image(state?.worst ?? 'fine'));
    tray.setToolTip(words);
    // The count next to the icon, where the system supports it (macOS).
    tray.setTitle(state !== null && (state.worst === 'missed' || state.worst === 'due') ? String(state.count) : '');
    tray.setContextMenu(
      Menu.buildFromTemplate([
        ...(state?.nearest ?? []).map(({ caseId, label }) => ({ label, click: () => openCase(caseId) })),
        ...(state !== null && state.nearest.length > 0 ? [{ type: 'separator' as const }] : []),
        { label: 'Open Tier3 Desk', click: showWindow },
        { label: 'Quit', click: () => app.quit() },
      ]),
    );
  };
  show(null);
  tray.on('click', showWindow);
  return show;
}
