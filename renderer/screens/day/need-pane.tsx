// Next to the list: what the chosen line is about, and its actions with their keys.

import type { ReactNode } from 'react';
import type { CaseRow } from '../../../electron/contract/schemas.ts';
import { caseName } from '../../../electron/core/domain/case-name.ts';
import { periodInWords } from '../../../electron/core/domain/period-words.ts';
import { keysOf } from '../../commands/catalogue.ts';
import { Kbd } from '../../components/kbd.tsx';
import { TeamChip } from '../../components/team-chip.tsx';
import { exactTime } from '../../components/words.ts';
import { useDeskUi } from '../../desk-ui.ts';
import { useSuggestions } from '../queue/use-suggestions.ts';
import { STEP_NAMES } from './follow-up-dialog.tsx';
import type { Need } from './needs.ts';

interface NeedPaneProps {
  readonly need: Need;
  readonly open: () => void;
  readonly sendAll: (() => void) | null;
}

export function NeedPane({ need, open, sendAll }: NeedPaneProps) {
  const ui = useDeskUi();
  const openButton = (label: string) => (
    <button type="button" className="button primary" onClick={open}>
      {label} <Kbd keys={keysOf('open')} />
    </button>
  );
  switch (need.kind) {
    case 'decision':
      return (
        <Pane
          title={need.decision.title}
          note={need.decision.references.map(caseName).join(', ')}
          acts={openButton('Decide')}
        >
          <p className="problem">{need.decision.reason}</p>
        </Pane>
      );
    case 'answer':
      return (
        <Pane
          title={need.answer.title}
          note={`${need.answer.author}, ${exactTime(need.answer.saidAt)}`}
          acts={openButton('Read and answer')}
        >
          <blockquote>{need.answer.body}</blockquote>
        </Pane>
      );
    case 'report':
      return (
        <Pane
          title={`Report of ${periodInWords(need.report.period)}`}
          note={`drafted ${exactTime(need.report.madeAt)}`}
          acts={openButton('Open the report')}
        >
          <ul>
            {[...need.report.lines, ...need.report.changes].map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </Pane>
      );
    case 'step':
      return (
        <Pane
          title={STEP_NAMES[need.step.step].title}
          note={caseName(need.step.reference)}
          acts={
            <>
              <button type="button" className="button primary" onClick={() => ui.sendFollowUp(need.step.caseId)}>
                {STEP_NAMES[need.step.step].button} <Kbd keys={keysOf('ask-team')} />
              </button>
              <button type="button" className="button" onClick={open}>
                Edit the text <Kbd keys={keysOf('open')} />
              </button>
              {sendAll !== null && (
                <button type="button" className="button" onClick={sendAll}>
                  Review all <Kbd keys={keysOf('send-all')} />
                </button>
              )}
              <button type="button" className="button quiet" onClick={() => ui.openCase(need.step.caseId)}>
                Open the case
              </button>
            </>
          }
        >
          <blockquote>{need.step.text}</blockquote>
        </Pane>
      );
    default:
      return (
        <Pane
          title={need.row.title}
          note={caseName(need.row.reference)}
          acts={openButton(need.kind === 'draft' ? 'Write the ticket' : 'Open the case')}
        >
          <p className="meta">
            <TeamOf row={need.row} />
            <span>reported {exactTime(need.row.reportedAt)}</span>
            {need.row.countdown && (
              <span>
                {need.row.countdown.name} due {exactTime(need.row.countdown.dueAt)}
              </span>
            )}
          </p>
        </Pane>
      );
  }
}

/** Its team, or the one that the desk suggests, as in the queue. */
function TeamOf({ row }: { row: CaseRow }) {
  const { teams } = useDeskUi();
  const suggested = useSuggestions([row]).get(row.id) ?? null;
  return <TeamChip label={row.team} teams={teams} suggested={row.status === 'undecided' ? suggested : null} />;
}

function Pane({ title, note, acts, children }: { title: string; note: string; acts: ReactNode; children: ReactNode }) {
  return (
    <section className="card need" aria-label="The chosen line">
      <header>
        <h2>{title}</h2>
        <span>{note}</span>
      </header>
      {children}
      <div className="row-actions">{acts}</div>
    </section>
  );
}
