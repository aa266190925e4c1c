// What holds for the whole desk.
import { useCall } from '../../bridge/queries.ts';
import { Calendars } from './calendars.tsx';
import { Directory } from './directory.tsx';
import { FollowUp } from './follow-up.tsx';
import { GitHubMove } from './github-move.tsx';
import { Keys } from './keys.tsx';
import { LockAndKey } from './lock-and-key.tsx';
import { Policies } from './policies.tsx';
import { Retention } from './retention.tsx';
import { ScrubRules } from './scrub-rules.tsx';
import { Services } from './services.tsx';
import { Snapshots } from './snapshots.tsx';
import { Templates } from './templates.tsx';
import { TicketForms } from './ticket-forms.tsx';
import { TrendRule } from './trend-rule.tsx';
import { YourTeam } from './your-team.tsx';
import './settings.css';

export function SettingsScreen() {
  const settings = useCall('policies.get', {}).data;
  return (
    <main className="room wide">
      <section className="list">
        <div className="bar">
          <h1>Settings</h1>
        </div>
        {settings !== undefined && (
          <div className="settings" id="cases" role="region" tabIndex={0} aria-label="Settings">
            <Policies settings={settings} />
            <FollowUp followUp={settings.followUp} />
            <TrendRule />
            <Calendars calendars={settings.calendars} />
            <LockAndKey />
            <Snapshots />
            <Retention />
            <Services />
            <GitHubMove />
            <YourTeam />
            <Directory />
            <Templates />
            <TicketForms />
            <ScrubRules />
            <Keys />
          </div>
        )}
      </section>
    </main>
  );
}
