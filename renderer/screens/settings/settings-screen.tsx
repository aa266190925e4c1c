// Settings for the whole desk, a page for each topic, with an index. Signing in comes first, because a new desk needs it.
import { type ReactNode, useState } from 'react';
import type { Output } from '../../../electron/contract/calls.ts';
import { useCall } from '../../bridge/queries.ts';
import { COMMANDS } from '../../commands/catalogue.ts';
import { SETTINGS } from '../../commands/setting-words.ts';
import { IndexedPage, slugOf } from '../../components/indexed-page.tsx';
import { SearchField } from '../../components/search-field.tsx';
import { type DeskUi, useDeskUi } from '../../desk-ui.ts';
import { openTopic } from '../../state/open-topic.ts';
import { Audit } from './audit.tsx';
import { ByFile } from './by-file.tsx';
import { Calendars } from './calendars.tsx';
import { Directory } from './directory.tsx';
import { FollowUp } from './follow-up.tsx';
import { GitHubMove } from './github-move.tsx';
import { Keys } from './keys.tsx';
import { KnownExports } from './known-exports.tsx';
import { LiveSources } from './live-sources.tsx';
import { LockAndKey } from './lock-and-key.tsx';
import { Policies } from './policies.tsx';
import { ReportsCard } from './reports-card.tsx';
import { Retention } from './retention.tsx';
import { ScrubRules } from './scrub-rules.tsx';
import { Services } from './services.tsx';
import { Snapshots } from './snapshots.tsx';
import { TeamsScreen } from './teams/teams-screen.tsx';
import { Templates } from './templates.tsx';
import { TicketForms } from './ticket-forms.tsx';
import { TrendRule } from './trend-rule.tsx';
import { usePage } from './use-page.ts';
import { WatchedFolder } from './watched-folder.tsx';
import { YourTeam } from './your-team.tsx';
import './settings.css';

type Settings = Output<'policies.get'>;

interface Topic {
  readonly name: string;
  readonly cards: (settings: Settings, openTeams: () => void) => ReactNode;
}

const SIGN_IN: Topic = {
  name: 'Sign-in',
  cards: () => (
    <>
      <Services />
      <GitHubMove />
    </>
  ),
};
const TOPICS: readonly Topic[] = [
  SIGN_IN,
  {
    name: 'Your team',
    cards: () => (
      <>
        <YourTeam />
        <ByFile />
      </>
    ),
  },
  { name: 'Tool teams', cards: (_, openTeams) => <Directory open={openTeams} /> },
  { name: 'Ticket forms', cards: () => <TicketForms /> },
  { name: 'Answers', cards: () => <Templates /> },
  {
    name: 'Clocks',
    cards: (settings) => (
      <>
        <FollowUp />
        <Policies settings={settings} />
        <Calendars calendars={settings.calendars} />
      </>
    ),
  },
  {
    name: 'Imports',
    cards: () => (
      <>
        <WatchedFolder />
        <LiveSources />
        <KnownExports />
      </>
    ),
  },
  { name: 'Trends', cards: () => <TrendRule /> },
  { name: 'Reports', cards: () => <ReportsCard /> },
  { name: 'Scrubbing', cards: () => <ScrubRules /> },
  {
    name: 'Lock and snapshots',
    cards: () => (
      <>
        <LockAndKey />
        <Snapshots />
        <Retention />
        <Audit />
      </>
    ),
  },
  { name: 'Keyboard', cards: () => <Keys /> },
];

const ALSO: ReadonlyMap<string, string> = new Map(SETTINGS.map(([id, , words]) => [id, words]));

/** What is set by a command and not on this page, as the colors of the window. */
function actsFor(words: string, ui: DeskUi) {
  const asked = words.toLowerCase().split(/\s+/).filter(Boolean);
  if (asked.length === 0) return [];
  return COMMANDS.filter(({ group, title, also }) => {
    const says = `${title} ${also ?? ''}`.toLowerCase();
    return group === 'Desk' && also !== undefined && asked.every((word) => says.includes(word));
  }).map(({ id, title, run }) => ({ id, title, run: () => run(ui) }));
}

/** Enter opens the first that is found; the arrow, or Enter before anything is typed, goes to the index. */
function openFirst(isArrow: boolean): void {
  const first = document.querySelector<HTMLElement>('#page-index button');
  if (isArrow || !first?.matches('.found-there')) first?.focus();
  else first.click();
}

export function SettingsScreen() {
  const ui = useDeskUi();
  const { data: settings, isPending } = useCall('policies.get', {});
  const { page, openTeam } = usePage();
  const [words, setWords] = useState('');
  if (page.isTeams) return <TeamsScreen label={page.team} show={openTeam} leave={() => openTopic('tool-teams')} />;
  const shown = TOPICS.find(({ name }) => slugOf(name) === page.topic) ?? SIGN_IN;
  /** The index comes back in place of what was found. */
  const show = (name: string) => {
    setWords('');
    openTopic(slugOf(name));
  };
  return (
    <main className="room wide" aria-busy={isPending}>
      <section className="list">
        <div className="bar">
          <h1>Settings</h1>
          <SearchField label="Search settings" words={words} onChange={setWords} onEnter={openFirst} />
        </div>
        {settings !== undefined && (
          <IndexedPage
            label="Settings"
            className="settings"
            also={ALSO}
            acts={actsFor(words, ui)}
            words={words}
            one={{ name: shown.name, show }}
            topics={TOPICS.map(({ name, cards }) => ({ name, content: cards(settings, () => openTeam(null)) }))}
          />
        )}
      </section>
    </main>
  );
}
