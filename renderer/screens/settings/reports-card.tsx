// Which reports the desk drafts by itself, and the repository they are published to.

import { useState } from 'react';
import type { SettingValue } from '../../../electron/contract/settings.ts';
import { Check } from '../../components/check.tsx';
import { useSetting } from '../../state/use-setting.ts';

type Publish = SettingValue<'publish'>;

export function ReportsCard() {
  const [drafts, saveDrafts] = useSetting('drafts');
  const [publish, savePublish] = useSetting('publish');
  if (drafts === undefined || publish === undefined) return null;
  return (
    <>
      <section className="card" aria-labelledby="drafts-title">
        <header>
          <h2 id="drafts-title">Drafted by the desk</h2>
          <span>they wait in My day; nothing is sent</span>
        </header>
        <div className="checks">
          {(['weekly', 'monthly'] as const).map((kind) => (
            <Check
              key={kind}
              label={
                kind === 'weekly' ? 'A report of each week once it is over' : 'A report of each month once it is over'
              }
              on={drafts[kind]}
              set={(on) => saveDrafts({ ...drafts, [kind]: on })}
            />
          ))}
        </div>
      </section>
      <PublishForm key={JSON.stringify(publish)} publish={publish} save={savePublish} />
    </>
  );
}

function PublishForm({ publish, save }: { publish: Publish; save: (publish: Publish) => void }) {
  const [draft, setDraft] = useState(publish);
  return (
    <section className="card" aria-labelledby="publish-title">
      <header>
        <h2 id="publish-title">Published reports</h2>
        <span>{publish.repository === '' ? 'off: reports are published nowhere' : `to ${publish.repository}`}</span>
      </header>
      <form
        className="form"
        onSubmit={(event) => {
          event.preventDefault();
          save(draft);
        }}
      >
        <label>
          Repository, as owner/name; empty for none
          <input
            value={draft.repository}
            placeholder="none"
            onChange={(event) => setDraft({ ...draft, repository: event.target.value })}
          />
        </label>
        <label>
          Folder for the desk's reports
          <input value={draft.folder} onChange={(event) => setDraft({ ...draft, folder: event.target.value })} />
        </label>
        <button type="submit" className="button" disabled={JSON.stringify(draft) === JSON.stringify(publish)}>
          Save
        </button>
      </form>
      <p className="hint">
        A page with pictures, Markdown and the data set, put there when you publish in Reports and not before. The token
        needs Contents: read and write for this repository.
      </p>
    </section>
  );
}
