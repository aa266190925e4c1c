// The folder in which exports arrive.
import { useState } from 'react';
import { useAct } from '../../bridge/queries.ts';
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
        <span>looked at every minute</span>
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
      <label className="delay">
        <input
          type="checkbox"
          checked={asksFirst}
          onChange={(event) => onSave({ folder: before, asksFirst: event.target.checked })}
        />
        Ask before a new export comes in
      </label>
      {vanished !== undefined && (
        <label className="delay">
          <input
            type="checkbox"
            checked={vanished.resolves}
            onChange={(event) => saveVanished({ resolves: event.target.checked })}
          />
          A record that is not in the next export of its queue is resolved; else it is tagged left-queue for you to
          decide
        </label>
      )}
      <p className="hint">
        The whole path of a folder on this machine, such as your downloads or one that SharePoint keeps in step. Each
        file comes in once; files in folders within it are left alone.
      </p>
    </section>
  );
}
