// The folder in which exports arrive.

import { useState } from 'react';
import { useAct } from '../../bridge/queries.ts';
import { Check } from '../../components/check.tsx';
import { toastError } from '../../components/toast.tsx';
import { useSetting } from '../../state/use-setting.ts';

export function WatchedFolder() {
  const [watched, save] = useSetting('watched');
  return watched === undefined ? null : <Form key={watched.folder} {...watched} onSave={save} />;
}

interface Watched {
  readonly folder: string;
  readonly asksFirst: boolean;
}

function Form({ folder: before, asksFirst, onSave }: Watched & { onSave: (watched: Watched) => void }) {
  const [folder, setFolder] = useState(before);
  const [vanished, saveVanished] = useSetting('vanished');
  const look = useAct('watched.look');
  return (
    <section className="card" aria-labelledby="watched-folder">
      <header>
        <h2 id="watched-folder">Watched folder</h2>
        <span>checked every minute</span>
        {before !== '' && (
          <button
            type="button"
            className="button quiet"
            disabled={look.isPending}
            onClick={() => look.mutate({}, { onError: toastError })}
          >
            Look now
          </button>
        )}
      </header>
      <form
        className="delay"
        onSubmit={(event) => {
          event.preventDefault();
          onSave({ folder, asksFirst });
        }}
      >
        <label>
          Exports arrive in{' '}
          <input value={folder} size={48} onChange={(event) => setFolder(event.target.value)} placeholder="none" />
        </label>
        <button type="submit" className="button" disabled={folder === before}>
          Watch it
        </button>
      </form>
      <div className="checks">
        <Check
          label="Ask before a new export is imported"
          on={asksFirst}
          set={(on) => onSave({ folder: before, asksFirst: on })}
        />
        {vanished !== undefined && (
          <Check
            label="A record that is not in the next export of its queue is resolved; else it is tagged left-queue for you to decide"
            on={vanished.resolves}
            set={(on) => saveVanished({ resolves: on })}
          />
        )}
      </div>
      <p className="hint">
        The full path of a folder on this machine, such as your downloads or one that SharePoint syncs. Each file is
        imported once; files in folders within it are left alone.
      </p>
    </section>
  );
}
