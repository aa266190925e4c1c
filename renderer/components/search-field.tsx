// The search of a screen: "/" focuses it, Enter and arrow down move on to the results.
import { IconSearch } from '@tabler/icons-react';
import { keysOf } from '../commands/catalogue.ts';
import { Kbd } from './kbd.tsx';

interface SearchFieldProps {
  readonly label: string;
  readonly words: string;
  readonly onChange: (words: string) => void;
  /** Instead of going to the list: what Enter and arrow down do. */
  readonly onEnter?: (isArrow: boolean) => void;
}

export function SearchField({ label, words, onChange, onEnter }: SearchFieldProps) {
  return (
    <label className="search">
      <IconSearch size={15} aria-hidden />
      <input
        id="screen-search"
        type="search"
        aria-label={label}
        placeholder={label}
        value={words}
        onChange={(event) => onChange(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' && event.key !== 'ArrowDown') return;
          if (onEnter === undefined) document.getElementById('cases')?.focus();
          else {
            event.preventDefault();
            onEnter(event.key === 'ArrowDown');
          }
        }}
      />
      <Kbd keys={keysOf('search')} />
    </label>
  );
}
