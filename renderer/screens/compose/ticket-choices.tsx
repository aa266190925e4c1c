// Which form the ticket uses, and its severity if the form has one.
import { Select } from '@mantine/core';
import type { CaseDetail, TicketDraft } from '../../../electron/contract/schemas.ts';
import { PRIORITIES } from '../../../electron/core/domain/obligation.ts';
import { TICKET_KIND_NAMES, TICKET_KINDS, type TicketKind } from '../../../electron/core/domain/ticket-kinds.ts';
import { queryClient, useAct } from '../../bridge/queries.ts';
import { toast, toastError } from '../../components/toast.tsx';
import { useDeskUi } from '../../desk-ui.ts';

/** The forms that have a priority or a severity. */
const GRADED: ReadonlySet<TicketKind> = new Set(['servicenow', 'contact-center']);
const NO_PRIORITY = 'none';
const KINDS = TICKET_KINDS.map((value) => ({ value, label: TICKET_KIND_NAMES[value] }));
const GRADES = [
  { value: NO_PRIORITY, label: 'Not set' },
  ...PRIORITIES.map((value) => ({ value, label: `${value.charAt(0).toUpperCase()}${value.slice(1)}` })),
];

/** `save` saves what was just typed, so that no choice overwrites it. */
export function TicketChoices({
  one,
  draft,
  save,
}: {
  one: CaseDetail;
  draft: TicketDraft;
  save: () => Promise<unknown>;
}) {
  const ui = useDeskUi();
  const choose = useAct('tickets.chooseKind', ({ actId, ...chosen }) => {
    queryClient.setQueryData(['tickets.draft', { id: one.id }], chosen);
    const kept = draft.edited ? ' The typed text is kept with the case.' : '';
    toast(`${TICKET_KIND_NAMES[chosen.kind]}: the draft has its form.${kept}`, () => ui.undo(actId));
  });
  const grade = useAct('follow-up.act', ({ actId }) => toast('Severity set.', () => ui.undo(actId)));
  const suggested = draft.suggestedKind;
  const pick = (kind: TicketKind) =>
    save()
      .then(
        () => choose.mutateAsync({ id: one.id, kind }),
        () => {},
      )
      .catch(toastError);
  return (
    <div className="ticket-choices">
      <Select
        label="Kind of ticket"
        data={KINDS}
        value={draft.kind}
        allowDeselect={false}
        onChange={(kind) => kind !== null && kind !== draft.kind && void pick(kind)}
      />
      {suggested !== null && (
        <p className="suggested-kind">
          Its text suggests another kind:{' '}
          <button type="button" className="link" onClick={() => void pick(suggested)}>
            {TICKET_KIND_NAMES[suggested]}
          </button>
        </p>
      )}
      {GRADED.has(draft.kind) && (
        <Select
          label="Severity"
          data={GRADES}
          value={one.priority ?? NO_PRIORITY}
          allowDeselect={false}
          onChange={(value) =>
            grade.mutate(
              {
                caseIds: [one.id],
                act: { verb: 'set-priority', priority: PRIORITIES.find((known) => known === value) ?? null },
              },
              { onError: toastError },
            )
          }
        />
      )}
    </div>
  );
}
