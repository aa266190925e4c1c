// Picks one item of a list: type a few letters, arrows, Enter.
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { holdKeys } from '../state/held-keys.ts';
import './pick-list.css';

export interface Choice {
  readonly id: string;
  readonly title: string;
  readonly hint: string;
  readonly code?: string;
}

/** Leads to the choices that contain its word. */
export interface Head extends Choice {
  readonly word: string;
}

/** `nothing` is shown when no choice matches. */
export function PickList<C extends Choice>({
  label,
  placeholder,
  choices,
  nothing,
  onPick,
  onType,
  first = [],
  heads,
  other,
  isAwaited = false,
  onPoint,
}: {
  label: string;
  placeholder: string;
  choices: readonly C[];
  nothing: ReactNode;
  onPick: (choice: C) => void;
  /** Called with the letters typed. */
  onType?: (words: string) => void;
  /** Choices that come first, whatever was typed. */
  first?: readonly C[];
  /**
   * Shown instead of a long list until something is typed: each fills the field with its word, which shows its choices.
   */
  heads?: readonly (C | Head)[];
  /** What the letters themselves would choose, if allowed. */
  other?: (words: string) => C;
  /** Choices for what was typed are on their way: Enter takes the first of them when they are here. */
  isAwaited?: boolean;
  /** Called with the choice that the arrows are on. */
  onPoint?: (choice: C | undefined) => void;
}) {
  const [filter, setFilter] = useState('');
  const [at, setAt] = useState(0);
  const [isEntered, setEntered] = useState(false);
  const words = filter.trimStart().toLowerCase();
  const fitting = choices.filter(({ title, hint, code = '' }) =>
    `${title} ${code} ${hint}`.toLowerCase().includes(words),
  );
  const isNew = other !== undefined && words.trim() !== '' && !fitting.some(({ id }) => id === words.trim());
  const shown: readonly (C | Head)[] =
    heads !== undefined && words === '' ? heads : [...first, ...fitting, ...(isNew ? [other(filter)] : [])];
  const current = shown[Math.min(at, shown.length - 1)];
  const pointed = current?.id;
  // biome-ignore lint/correctness/useExhaustiveDependencies: it is told of another choice, not of another render
  useEffect(() => onPoint?.(current === undefined || isHead(current) ? undefined : current), [pointed]);
  useEffect(() => {
    if (pointed !== undefined) document.getElementById(optionId(pointed))?.scrollIntoView({ block: 'nearest' });
  }, [pointed]);
  const letGo = useRef(() => {});
  function type(next: string): void {
    setEntered(false);
    letGo.current();
    setFilter(next);
    onType?.(next);
    setAt(0);
  }
  const pick = (choice: C | Head) => {
    if (isHead(choice)) type(`${choice.word} `);
    else onPick(choice);
  };
  const pickArrived = useRef(() => {});
  pickArrived.current = () => {
    setEntered(false);
    if (current !== undefined) pick(current);
    letGo.current();
  };
  /** What is typed after it is meant for what comes after the choice. */
  function enter(): void {
    const { promise, resolve } = Promise.withResolvers<void>();
    letGo.current = resolve;
    holdKeys(promise);
    setEntered(true);
  }
  useEffect(() => () => letGo.current(), []);
  useEffect(() => {
    if (isEntered && !isAwaited) pickArrived.current();
  }, [isEntered, isAwaited]);
  return (
    <div className="pick-list">
      <input
        autoFocus
        data-autofocus
        role="combobox"
        aria-label={label}
        aria-expanded="true"
        aria-controls="choices"
        aria-activedescendant={current && optionId(current.id)}
        placeholder={placeholder}
        value={filter}
        onChange={(event) => type(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'ArrowDown') setAt(Math.min(at + 1, shown.length - 1));
          else if (event.key === 'ArrowUp') setAt(Math.max(at - 1, 0));
          else if (event.key === 'Enter' && isAwaited) enter();
          else if (event.key === 'Enter' && current !== undefined) pick(current);
          else return;
          event.preventDefault();
        }}
      />
      <div role="listbox" id="choices" aria-label={`${label}, choices`}>
        {shown.map((choice) => (
          <div
            key={choice.id}
            role="option"
            id={optionId(choice.id)}
            aria-selected={choice === current}
            onClick={() => pick(choice)}
          >
            <b>{choice.title}</b>
            <span>{choice.hint}</span>
            {choice.code !== undefined && <code>{choice.code}</code>}
          </div>
        ))}
      </div>
      {shown.length === 0 && !isAwaited && <p className="meta">{nothing}</p>}
      <p className="meta" role="status">
        {isEntered && isAwaited && 'The choices are on their way; Enter takes the first.'}
      </p>
    </div>
  );
}

function isHead(choice: Choice): choice is Head {
  return 'word' in choice;
}

function optionId(id: string): string {
  return `choice-${id.replace(/\W+/g, '-')}`;
}
