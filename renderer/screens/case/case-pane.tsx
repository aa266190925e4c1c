// The case next to the list: what it is, three views of it, and what can be done with it.

import { Skeleton } from '@mantine/core';
import { memo, useEffect } from 'react';
import { AppError } from '../../../electron/contract/errors.ts';
import type { CaseDetail } from '../../../electron/contract/schemas.ts';
import { SOURCE_NAMES, STATUS_NAMES } from '../../../electron/core/domain/case.ts';
import { caseName } from '../../../electron/core/domain/case-name.ts';
import { useCall } from '../../bridge/queries.ts';
import { keysOf } from '../../commands/catalogue.ts';
import { Kbd } from '../../components/kbd.tsx';
import { exactTime } from '../../components/words.ts';
import { DeskUiContext, type Tab, useDeskUi } from '../../desk-ui.ts';
import { useLater } from '../../state/use-later.ts';
import { ComposePane } from '../compose/compose-pane.tsx';
import { CaseActions } from './case-actions.tsx';
import { CaseActivity } from './case-activity.tsx';
import { CaseFields } from './case-fields.tsx';
import { Comments } from './comments.tsx';
import { Completeness } from './completeness.tsx';
import { FastPathSteps } from './fast-path-steps.tsx';
import { HelpDesk } from './help-desk.tsx';
import { InternalNotes } from './internal-notes.tsx';
import { NextStep } from './next-step.tsx';
import { Obligations } from './obligations.tsx';
import { PrivacyIncident } from './privacy-incident.tsx';
import { QuestionBar } from './question-bar.tsx';
import { SameProblem } from './same-problem.tsx';
import { SecureMail } from './secure-mail.tsx';
import { TeamStrip } from './team-strip.tsx';
import './case.css';

const TABS: readonly { readonly tab: Tab; readonly name: string }[] = [
  { tab: 'compose', name: 'Compose' },
  { tab: 'case', name: 'Case' },
  { tab: 'activity', name: 'Activity' },
];

/** Tags of the fast path. */
const FAST_PATH: ReadonlySet<string> = new Set(['privacy', 'security', 'privacy-incident']);
const PRIVACY: ReadonlySet<string> = new Set(['privacy', 'privacy-incident']);

/** Rendered after the selected row: no list key waits for a whole case. */
export function CasePane() {
  return (
    <DeskUiContext value={useLater(useDeskUi())}>
      <ChosenCase />
    </DeskUiContext>
  );
}

const ChosenCase = memo(function ChosenCase() {
  const { selected } = useDeskUi().list;
  if (selected === null)
    return (
      <aside className="case" aria-label="Case">
        <div className="empty">
          <h2>No case is chosen</h2>
          <p>
            <Kbd keys={keysOf('next')} /> and <Kbd keys={keysOf('previous')} /> choose one in the list.
          </p>
        </div>
      </aside>
    );
  return <OpenCase key={selected.id} id={selected.id} />;
});

function OpenCase({ id }: { id: CaseDetail['id'] }) {
  const ui = useDeskUi();
  const { data: one, error } = useCall('cases.get', { id });
  const isGone = error instanceof AppError && error.kind === 'not-found';
  const { letGo } = ui.list;
  useEffect(() => {
    if (isGone) letGo(id);
  }, [isGone, letGo, id]);
  if (one === undefined && error !== null)
    return (
      <aside className="case">
        <p className="problem">{error.message}</p>
      </aside>
    );
  if (one === undefined)
    return (
      <aside className="case" id="case" tabIndex={-1} aria-label="Case" aria-busy="true">
        <Skeleton height={22} width="70%" />
        <Skeleton height={16} width="50%" />
        <Skeleton height={320} />
      </aside>
    );
  return (
    <aside className="case" id="case" tabIndex={-1} aria-label={`Case ${caseName(one.reference)}`}>
      <header>
        <h2>{one.title}</h2>
        <p className="meta">
          <span title={one.reference}>{caseName(one.reference)}</span>
          <span>{SOURCE_NAMES[one.source]}</span>
          <span>reported {exactTime(one.reportedAt)}</span>
          <span>{STATUS_NAMES[one.status]}</span>
        </p>
      </header>
      <NextStep one={one} />
      <TeamStrip id={id} />
      <QuestionBar one={one} />
      <div className="tabs" role="tablist" aria-label="Views of the case">
        {TABS.map(({ tab, name }) => (
          <button
            key={tab}
            type="button"
            role="tab"
            id={`tab-${tab}`}
            aria-selected={ui.tab === tab}
            aria-controls="case-view"
            tabIndex={ui.tab === tab ? 0 : -1}
            onClick={() => ui.showTab(tab)}
            onKeyDown={(event) => {
              const by = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
              const next = TABS[(TABS.findIndex((entry) => entry.tab === tab) + by + TABS.length) % TABS.length];
              if (by === 0 || next === undefined) return;
              ui.showTab(next.tab);
              document.getElementById(`tab-${next.tab}`)?.focus();
            }}
          >
            {name}
          </button>
        ))}
      </div>
      <div className="case-view" id="case-view" role="tabpanel" aria-labelledby={`tab-${ui.tab}`}>
        {ui.tab !== 'activity' && one.tags.some((tag) => FAST_PATH.has(tag)) && <FastPathSteps />}
        {ui.tab !== 'activity' && one.ticket?.number != null && one.tags.some((tag) => PRIVACY.has(tag)) && (
          <PrivacyIncident key={`incident ${one.id}`} one={one} />
        )}
        {ui.tab === 'compose' && <ComposePane one={one} />}
        {ui.tab === 'case' && <HelpDesk one={one} />}
        {ui.tab === 'case' && <CaseFields one={one} />}
        {ui.tab === 'activity' && <CaseActivity one={one} />}
        {ui.tab !== 'activity' && (one.ticket !== null || one.tags.includes('data-request')) && (
          <SecureMail key={`mail ${one.id}`} one={one} />
        )}
        {ui.tab !== 'activity' && <Completeness one={one} />}
        {ui.tab !== 'activity' && <Obligations one={one} />}
        {ui.tab !== 'activity' && <SameProblem one={one} />}
        <InternalNotes key={`note ${one.id}`} one={one} />
        <Comments key={one.id} one={one} />
      </div>
      <CaseActions one={one} />
    </aside>
  );
}
