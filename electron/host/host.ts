// What a host can do for the desk, and what it honestly cannot. Two real ones: Electron and the loopback web host.
import type { DeskState } from '../contract/calls.ts';

export interface Host {
  readonly name: DeskState['host']['name'];
  readonly can: { readonly tray: boolean; readonly globalShortcut: boolean; readonly nativeNotify: boolean };
}
