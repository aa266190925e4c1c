// Which kind of PII the marked text is: one key.
import { useEffect, useRef } from 'react';
import { PII_TYPES, type PiiType } from '../../../electron/core/domain/pii.ts';
import { Kbd } from '../../components/kbd.tsx';

/** The kinds that people recognize at a glance; anything else is "other". */
const KINDS: readonly { readonly key: string; readonly type: PiiType; readonly name: string }[] = [
  { key: 'n', type: 'NAME', name: 'Name' },
  { key: 'p', type: 'PHONE', name: 'Phone' },
  { key: 'e', type: 'EMAIL', name: 'Email' },
  { key: 'a', type: 'ADDRESS', name: 'Address' },
  { key: 'd', type: 'DOB', name: 'Birth date' },
  { key: 's', type: 'SSN', name: 'SSN' },
  { key: 'c', type: 'CLAIM', name: 'Claim or file number' },
  { key: 'u', type: 'USERNAME', name: 'User name' },
  { key: 'o', type: 'OTHER', name: 'Other' },
];

export function KindPicker({
  words,
  onPick,
  onCancel,
}: {
  words: string;
  onPick: (type: PiiType) => void;
  onCancel: () => void;
}) {
  const group = useRef<HTMLDivElement>(null);
  useEffect(() => group.current?.querySelector('button')?.focus(), []);
  return (
    <div
      className="kinds"
      ref={group}
      role="group"
      aria-label={`Which kind is ${words}`}
      onKeyDown={(event) => {
        const kind = KINDS.find(({ key }) => key === event.key);
        if (event.key === 'Escape') onCancel();
        else if (kind !== undefined && !event.ctrlKey && !event.metaKey && !event.altKey) onPick(kind.type);
        else return;
        event.preventDefault();
        event.stopPropagation();
      }}
    >
      {KINDS.map(({ key, type, name }) => (
        <button key={key} type="button" className="button" title={PII_TYPES[type]} onClick={() => onPick(type)}>
          {name} <Kbd keys={key} />
        </button>
      ))}
    </div>
  );
}
