// A new passphrase, entered twice.
import { SHORTEST_PASSPHRASE } from '../../electron/contract/passphrase.ts';

interface NewPassphraseProps {
  readonly value: string;
  readonly setValue: (value: string) => void;
  readonly again: string;
  readonly setAgain: (value: string) => void;
  readonly label?: string;
}

export function NewPassphrase({ value, setValue, again, setAgain, label = 'Passphrase' }: NewPassphraseProps) {
  return (
    <>
      <label>
        {label}
        <input
          type="password"
          autoComplete="new-password"
          value={value}
          onChange={(event) => setValue(event.target.value)}
        />
      </label>
      <label>
        The same again
        <input
          type="password"
          autoComplete="new-password"
          value={again}
          onChange={(event) => setAgain(event.target.value)}
        />
      </label>
    </>
  );
}

/** What is wrong with it, as a sentence; null when nothing is. */
export function problemWith(passphrase: string, again: string): string | null {
  if ([...passphrase].length < SHORTEST_PASSPHRASE)
    return `Choose a passphrase of at least ${SHORTEST_PASSPHRASE} characters.`;
  return passphrase === again ? null : 'The two passphrases differ. Type the same one twice.';
}
