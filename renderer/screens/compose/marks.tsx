// A text with its findings marked by underline, tag and color.
import type { ReviewedFinding } from '../../../electron/contract/schemas.ts';
import { isQuestion, PII_TYPES } from '../../../electron/core/domain/pii.ts';

/** `until` is the offset at which the text is folded. */
export function Marked({
  text,
  until,
  findings,
  onToggle,
}: {
  text: string;
  until: number;
  findings: readonly ReviewedFinding[];
  onToggle: (finding: ReviewedFinding) => void;
}) {
  const pieces: React.ReactNode[] = [];
  let at = 0;
  for (const finding of findings) {
    if (finding.end > until) break;
    pieces.push(text.slice(at, finding.start));
    pieces.push(
      <Mark
        key={`${finding.start}-${finding.end}`}
        finding={finding}
        value={text.slice(finding.start, finding.end)}
        onToggle={onToggle}
      />,
    );
    at = finding.end;
  }
  pieces.push(text.slice(at, until));
  return <>{pieces}</>;
}

function Mark({
  finding,
  value,
  onToggle,
}: {
  finding: ReviewedFinding;
  value: string;
  onToggle: (finding: ReviewedFinding) => void;
}) {
  const state = isQuestion(finding) ? 'question' : finding.decision === 'cleared' ? 'cleared' : 'masked';
  const kind = PII_TYPES[finding.type];
  return (
    <span
      className={`pii ${state} kind-${familyOf(finding)}`}
      data-start={finding.start}
      tabIndex={-1}
      role="button"
      aria-label={`${value}: ${kind}, ${state}`}
      title={`${kind}, ${state}`}
      onClick={() => onToggle(finding)}
    >
      {value}
      <span
        className="tag"
        aria-hidden="true"
        data-tag={`${finding.type.replace(/_/g, ' ')}${state === 'question' ? '?' : ''}`}
      />
    </span>
  );
}

/** Kinds of the same family share an underline: who someone is, how to reach them, numbers, dates of birth. */
function familyOf({ type }: ReviewedFinding): 'name' | 'reach' | 'number' | 'date' {
  if (type === 'NAME' || type === 'USERNAME') return 'name';
  if (['PHONE', 'EMAIL', 'ADDRESS', 'URL', 'IP', 'ROOM'].includes(type)) return 'reach';
  return ['DOB', 'BIRTH_YEAR', 'AGE'].includes(type) ? 'date' : 'number';
}
