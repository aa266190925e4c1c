// One setting on the screen: its value (undefined until it is read), an undoable change, and whether one is being saved: until that
// has been read again, the value may be from before it. `onSaved` is called once it is stored.
import type { Input, Output } from '../../electron/contract/calls.ts';
import type { SettingName } from '../../electron/contract/settings.ts';
import { queryClient, useAct, useCall } from '../bridge/queries.ts';
import { toast, toastError } from '../components/toast.tsx';
import { useDeskUi } from '../desk-ui.ts';

export function useSetting<N extends SettingName>(
  name: N,
): [
  value: Output<`${N}.get`> | undefined,
  save: (value: Input<`${N}.save`>, onSaved?: () => void) => void,
  isSaving: boolean,
] {
  const ui = useDeskUi();
  const value = useCall(`${name}.get` as const, {} as Input<`${N}.get`>).data;
  const { mutate, isPending } = useAct(`${name}.save` as const, ({ actId }) => {
    toast('Saved.', () => ui.undo(actId));
    return queryClient.invalidateQueries({ queryKey: [`${name}.get`] });
  });
  return [
    value,
    (next, onSaved) => mutate(next, { ...(onSaved && { onSuccess: onSaved }), onError: toastError }),
    isPending,
  ];
}
