// What holds for the whole desk.
import { ScrubRules } from './scrub-rules.tsx';
import './settings.css';

export function SettingsRoom() {
  return (
    <main className="room wide">
      <section className="list">
        <div className="bar">
          <h1>Settings</h1>
        </div>
        <div className="settings" id="cases" role="region" tabIndex={0} aria-label="Settings">
          <ScrubRules />
        </div>
      </section>
    </main>
  );
}
