// What a triage decision does to a case: its new status and team, and the summary of the activity.
import type { CaseStatus, TriageAction } from '../domain/case.ts';

export interface CaseState {
  readonly status: CaseStatus;
  readonly team: string | null;
}

export type Decision =
  | { readonly ok: true; readonly next: CaseState; readonly summary: string }
  | { readonly ok: false; readonly reason: string };

/** `team` is the chosen tool team, looked up in the directory; null if none was named. */
export function decide(
  state: CaseState,
  action: TriageAction,
  team: { readonly label: string; readonly name: string; readonly inScope: boolean } | null,
): Decision {
  if (state.status === 'ticketed') {
    return { ok: false, reason: 'This case already has a ticket.' };
  }
  if (state.status === 'duplicate')
    return { ok: false, reason: 'This is another case over again. Decide that one, or undo that they are the same.' };
  switch (action) {
    case 'escalate':
      if (team === null) return { ok: false, reason: 'Choose a team from the directory to escalate to.' };
      if (!team.inScope) {
        return { ok: false, reason: `${team.name} is out of scope for Tier 3. Use "Out of scope" instead.` };
      }
      return changed({ status: 'escalated', team: team.label }, `Escalated to ${team.name}`);
    case 'assign':
      if (team === null) return changed({ status: state.status, team: null }, 'Team taken off');
      return changed({ status: state.status, team: team.label }, `Team set to ${team.name}`);
    case 'reassign':
      return changed({ status: 'reassigned', team: null }, 'Reassigned to the call center it came from');
    case 'respond':
      return changed({ status: 'responded', team: state.team }, 'Responded from a template');
    case 'out-of-scope':
      return changed({ status: 'out-of-scope', team: state.team }, 'Marked out of scope');
  }
}

function changed(next: CaseState, summary: string): Decision {
  return { ok: true, next, summary };
}
