// One live source: its part of the setting, its token, and what its last look brought.

import { useState } from 'react';
import type { Output } from '../../../electron/contract/calls.ts';
import type { LiveKind, LiveSourceStatus } from '../../../electron/contract/intake-shapes.ts';
import { SOURCE_NAMES } from '../../../electron/core/domain/case.ts';
import { useAct } from '../../bridge/queries.ts';
import { Check } from '../../components/check.tsx';
import { toast, toastError } from '../../components/toast.tsx';
import { exactTime, plural } from '../../components/words.ts';
import { useDeskUi } from '../../desk-ui.ts';
import { LIVE_WORDS, type Live, type LiveField } from './live-source-words.ts';

/** A part of the setting, whichever: its fields are words and ticks. */
type Part = Readonly<Record<string, string | boolean>>;

export function LiveSourceForm({ live, status }: { readonly live: Live; readonly status: LiveSourceStatus }) {
  const ui = useDeskUi();
  const { kind } = status;
  const { fields, token: asked, hint } = LIVE_WORDS[kind];
  const before: Part = live[kind];
  const [typed, setTyped] = useState<Part | null>(null);
  const draft = typed ?? before;
  const [token, setToken] = useState('');
  const save = useAct('liveSources.save', () => setTyped(null));
  const saved = ({ actId }: Output<'liveSources.save'>) => toast('Saved.', () => ui.undo(actId));
  const keep = useAct('liveSources.keepToken', () => setToken(''));
  const isChanged = token !== '' || JSON.stringify(draft) !== JSON.stringify(before);
  /** The address first: a token is kept for the one that is set. */
  async function saveAll(): Promise<void> {
    try {
      const act = await save.mutateAsync({ ...live, [kind]: { ...draft, isOn: true } });
      if (token !== '') await keep.mutateAsync({ kind, token });
      saved(act);
    } catch (error) {
      toastError(error);
    }
  }
  const show = (field: LiveField) => (
    <Field
      key={field.name}
      field={field}
      value={draft[field.name] ?? ''}
      onChange={(value) => setTyped({ ...draft, [field.name]: value })}
    />
  );
  return (
    <>
      <form
        className="form live-source-form"
        onSubmit={(event) => {
          event.preventDefault();
          void saveAll();
        }}
      >
        {fields.filter(({ isTick }) => isTick !== true).map(show)}
        {asked !== null && (
          <label>
            {asked.label}
            <input
              type="password"
              autoComplete="off"
              value={token}
              placeholder={TOKEN_WORDS[status.token]}
              required={status.token !== 'kept'}
              onChange={(event) => setToken(event.target.value)}
            />
          </label>
        )}
        {fields.filter(({ isTick }) => isTick === true).map(show)}
        <span className="row-actions">
          <button
            type="submit"
            className="button"
            disabled={(status.isOn && !isChanged) || save.isPending || keep.isPending}
          >
            {status.isOn ? 'Save' : 'Switch on'}
          </button>
          {status.isOn && <LookNow kind={kind} />}
          {status.isOn && (
            <button
              type="button"
              className="button quiet"
              onClick={() =>
                save.mutate({ ...live, [kind]: { ...before, isOn: false } }, { onSuccess: saved, onError: toastError })
              }
            >
              Switch off
            </button>
          )}
          {(status.token === 'kept' || status.token === 'elsewhere') && <ForgetToken kind={kind} />}
        </span>
      </form>
      {status.isOn && <LastLook {...status} />}
      <p className="hint">{asked === null ? hint : `${asked.hint} ${hint}`}</p>
    </>
  );
}

const TOKEN_WORDS = { none: '', missing: '', kept: 'kept; type to replace it', elsewhere: 'kept for another address' };

interface FieldProps {
  readonly field: LiveField;
  readonly value: string | boolean;
  readonly onChange: (value: string | boolean) => void;
}

function Field({ field: { label, placeholder, isTick, isOptional }, value, onChange }: FieldProps) {
  if (isTick === true)
    return (
      <span className="tick">
        <Check label={label} on={value === true} set={onChange} />
      </span>
    );
  return (
    <label>
      {label}
      <input
        value={String(value)}
        placeholder={placeholder}
        required={isOptional !== true}
        onChange={(event) => onChange(event.target.value)}
      />
    </label>
  );
}

/** What a look brought, and whether the service lets nobody read on. */
function inWords(kind: LiveKind, { rows, waitsUntil }: Output<'liveSources.look'>): string {
  const came = rows === 0 ? '' : `${plural(rows, 'case')} came in.`;
  if (waitsUntil === null) return came === '' ? 'Nothing new.' : came;
  return `${came} ${SOURCE_NAMES[kind]} asked to wait until ${exactTime(waitsUntil)}.`.trim();
}

function LookNow({ kind }: { kind: LiveKind }) {
  const look = useAct('liveSources.look', (looked) => toast(inWords(kind, looked)));
  return (
    <button
      type="button"
      className="button"
      disabled={look.isPending}
      onClick={() => look.mutate({ kind }, { onError: toastError })}
    >
      Look now
    </button>
  );
}

function ForgetToken({ kind }: { kind: LiveKind }) {
  const forget = useAct('liveSources.forgetToken', () => toast('The saved token was wiped.'));
  return (
    <button type="button" className="button quiet" onClick={() => forget.mutate({ kind }, { onError: toastError })}>
      Wipe its token
    </button>
  );
}

function LastLook({ lastAt, nextAt, error, note, rows, allRows }: LiveSourceStatus) {
  return (
    <>
      {error !== null && <p className="problem">{error}</p>}
      {note !== null && <p>{note}</p>}
      <dl className="last-look">
        <dt>Last look</dt>
        <dd>{lastAt === null ? 'not yet' : exactTime(lastAt)}</dd>
        <dt>Next look</dt>
        <dd>{nextAt === null ? 'when it has its token' : nextAt === 0 ? 'within a minute' : exactTime(nextAt)}</dd>
        <dt>New or changed</dt>
        <dd>
          {rows} at the last look, {allRows} in all
        </dd>
      </dl>
    </>
  );
}
