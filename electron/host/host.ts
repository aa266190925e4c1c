// What a host can and cannot do for the desk. There are two: Electron and the loopback web host.
import type { DeskState } from '../contract/calls.ts';

export interface Host {
  readonly name: DeskState['host']['name'];
  readonly can: { readonly tray: boolean; readonly globalShortcut: boolean; readonly nativeNotify: boolean };
}
