// One setting on the screen: its value (undefined until it is read), and an undoable change. `onSaved` is called once it is
// stored.
import type { Input, Output } from '../../electron/contract/calls.ts';
import type { SettingName } from '../../electron/contract/settings.ts';
import { useAct, useCall } from '../bridge/queries.ts';
import { toast, toastError } from '../components/toast.tsx';
import { useDeskUi } from '../desk-ui.ts';

export function useSetting<N extends SettingName>(
  name: N,
): [value: Output<`${N}.get`> | undefined, save: (value: Input<`${N}.save`>, onSaved?: () => void) => void] {
  const ui = useDeskUi();
  const value = useCall(`${name}.get` as const, {} as Input<`${N}.get`>).data;
  const { mutate } = useAct(`${name}.save` as const, ({ actId }) => toast('Saved.', () => ui.undo(actId)));
  return [value, (next, onSaved) => mutate(next, { ...(onSaved && { onSuccess: onSaved }), onError: toastError })];
}
