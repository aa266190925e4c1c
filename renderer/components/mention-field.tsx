// A field for text that may mention people: after "@" matching names are offered; arrows and Enter pick one.
import { Combobox, useCombobox } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';

interface MentionFieldProps {
  readonly id: string;
  readonly label: string;
  readonly placeholder?: string;
  readonly rows: number;
  readonly value: string;
  readonly people: readonly string[];
  readonly onChange: (value: string) => void;
  /** Ctrl+Enter. */
  readonly onSubmit: () => void;
  readonly autoFocus?: boolean;
}

const BEGUN = /(?:^|\s)@([\w-]{0,38})$/;
const MOST = 8;

export function MentionField({
  id,
  label,
  placeholder,
  rows,
  value,
  people,
  onChange,
  onSubmit,
  autoFocus,
}: MentionFieldProps) {
  const field = useRef<HTMLTextAreaElement>(null);
  const [caret, setCaret] = useState(0);
  const combobox = useCombobox({ onDropdownClose: () => combobox.resetSelectedOption() });
  const begun = BEGUN.exec(value.slice(Math.max(0, caret - 40), caret))?.[1];
  const fitting =
    begun === undefined
      ? []
      : people.filter((login) => login.toLowerCase().startsWith(begun.toLowerCase()) && login !== begun).slice(0, MOST);

  const isOpen = combobox.dropdownOpened;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the first name is chosen anew as the list changes under the letters
  useEffect(() => {
    if (isOpen) combobox.selectFirstOption();
  }, [isOpen, begun]);

  function follow(element: HTMLTextAreaElement): void {
    setCaret(element.selectionStart);
    if (BEGUN.test(element.value.slice(0, element.selectionStart).slice(-40))) {
      combobox.openDropdown();
    } else combobox.closeDropdown();
  }

  function take(login: string): void {
    const from = caret - (begun?.length ?? 0);
    const next = `${value.slice(0, from)}${login} ${value.slice(caret)}`;
    // Drawn at once: the caret is behind the name before the next letter is typed.
    flushSync(() => onChange(next));
    combobox.closeDropdown();
    const at = from + login.length + 1;
    field.current?.setSelectionRange(at, at);
    setCaret(at);
  }

  return (
    <Combobox store={combobox} onOptionSubmit={take} position="top-start" width={240} withinPortal={false}>
      <Combobox.EventsTarget>
        <textarea
          id={id}
          ref={field}
          autoFocus={autoFocus}
          aria-label={label}
          placeholder={placeholder}
          rows={rows}
          value={value}
          onChange={(event) => {
            onChange(event.target.value);
            follow(event.target);
          }}
          onKeyUp={(event) => follow(event.currentTarget)}
          onClick={(event) => follow(event.currentTarget)}
          onBlur={() => combobox.closeDropdown()}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
            event.preventDefault();
            onSubmit();
          }}
        />
      </Combobox.EventsTarget>
      <Combobox.DropdownTarget>
        <span className="mention-anchor" />
      </Combobox.DropdownTarget>
      <Combobox.Dropdown hidden={fitting.length === 0}>
        <Combobox.Options aria-label="People">
          {fitting.map((login) => (
            <Combobox.Option key={login} value={login}>
              @{login}
            </Combobox.Option>
          ))}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  );
}
