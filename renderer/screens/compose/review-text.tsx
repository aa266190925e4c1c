// The text as received, its findings marked by underline, tag and colour. One key clears a finding, one marks a selection.
import { memo, useCallback, useRef, useState } from 'react';
import type { CaseDetail, ReviewedFinding } from '../../../electron/contract/schemas.ts';
import { isQuestion, openQuestions, PII_TYPES } from '../../../electron/core/domain/pii.ts';
import { useAct } from '../../bridge/queries.ts';
import { Kbd } from '../../components/kbd.tsx';
import { toast, toastError } from '../../components/toast.tsx';
import { plural } from '../../components/words.ts';
import { useDeskUi } from '../../desk-ui.ts';
import { findWords, selectedSpan } from './selection.ts';

export function ReviewText({ one }: { one: CaseDetail }) {
  const ui = useDeskUi();
  const current = useRef(ui);
  current.current = ui;
  const answer = useCallback((isPersonal: boolean) => current.current.answerQuestion(isPersonal), []);
  return <Reviewer one={one} onAnswer={answer} />;
}

/** Drawn again only for another text or another finding. */
const Reviewer = memo(function Reviewer({
  one,
  onAnswer,
}: {
  one: CaseDetail;
  /** Answers the question in focus. */
  onAnswer: (isPersonal: boolean) => void;
}) {
  const text = useRef<HTMLDivElement>(null);
  const decide = useAct('findings.decide');
  const rule = useAct('rules.make', ({ changed }) => toast(`Rule made; ${plural(changed, 'case')} scrubbed again.`));
  const [words, setWords] = useState<string | null>(null);
  const { findings, rawText, id: caseId } = one;
  const questions = openQuestions(rawText, findings).length;
  const masked = findings.filter((finding) => !isQuestion(finding)).length;

  const decideOn = (finding: ReviewedFinding, decision: 'confirm' | 'clear' | 'forget') =>
    decide.mutate({ caseId, start: finding.start, end: finding.end, decision }, { onError: toastError });
  const toggle = (finding: ReviewedFinding) => decideOn(finding, finding.decision === 'none' ? 'clear' : 'forget');
  const add = (start: number, end: number) =>
    decide.mutate({ caseId, start, end, decision: 'add', type: 'OTHER' }, { onError: toastError });

  const makeRule = (kind: 'allow' | 'deny', start: number, end: number, type: ReviewedFinding['type']) =>
    rule.mutate({ caseId, start, end, kind, type }, { onError: toastError });

  function markSelectionAlways(): void {
    const span = text.current === null ? null : selectedSpan(text.current);
    if (span === null) toastError(new Error('Select the words first, then press Shift+M.'));
    else makeRule('deny', span.start, span.end, 'OTHER');
  }

  function markSelection(): void {
    const span = text.current === null ? null : selectedSpan(text.current);
    if (span === null) {
      setWords('');
      return;
    }
    add(span.start, span.end);
    window.getSelection()?.removeAllRanges();
  }

  function onKeyDown(event: React.KeyboardEvent<HTMLDivElement>): void {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const marks = [...(text.current?.querySelectorAll<HTMLElement>('[data-start]') ?? [])];
    const here = marks.indexOf(document.activeElement as HTMLElement);
    const finding = findings[here];
    if (event.key === 'n') marks[(here + 1) % marks.length]?.focus();
    else if (event.key === 'm') markSelection();
    else if (event.key === 'M') markSelectionAlways();
    else if (event.key === 'X' && finding !== undefined) makeRule('allow', finding.start, finding.end, finding.type);
    else if (finding !== undefined && isQuestion(finding) && (event.key === 'x' || event.key === 'Enter'))
      onAnswer(event.key === 'Enter');
    else if (event.key === 'x' && finding !== undefined) toggle(finding);
    else if (event.key === 'Enter' && finding !== undefined) decideOn(finding, 'forget');
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  return (
    <section className="card" aria-label="As received">
      <header>
        <h3>As received</h3>
        <span>
          {plural(masked, 'finding')}
          {questions > 0 && `, ${plural(questions, 'question')} left`}
        </span>
      </header>
      <div
        className="received"
        id="received"
        ref={text}
        tabIndex={0}
        role="group"
        aria-label="Text as received; n goes to the next finding, x clears it, Shift+X clears it everywhere, m marks a selection, Shift+M marks it everywhere"
        onKeyDown={onKeyDown}
      >
        <Marked text={rawText} findings={findings} onToggle={toggle} />
      </div>
      <div className="review-help">
        {words === null ? (
          <>
            <button type="button" className="button quiet" onClick={markSelection}>
              Mark as personal <Kbd keys="m" />
            </button>
            <span>
              <Kbd keys="n" /> next finding <Kbd keys="x" /> clear <Kbd keys="Shift+X" /> never again
            </span>
          </>
        ) : (
          <form
            onSubmit={(event) => {
              event.preventDefault();
              for (const { start, end } of findWords(rawText, words)) add(start, end);
              setWords(null);
              text.current?.focus();
            }}
          >
            <label>
              Words to mark
              <input
                autoFocus
                value={words}
                onChange={(event) => setWords(event.target.value)}
                onKeyDown={(event) => event.key === 'Escape' && setWords(null)}
              />
            </label>
            <button type="submit" className="button">
              Mark
            </button>
          </form>
        )}
      </div>
    </section>
  );
});

function Marked({
  text,
  findings,
  onToggle,
}: {
  text: string;
  findings: readonly ReviewedFinding[];
  onToggle: (finding: ReviewedFinding) => void;
}) {
  const pieces: React.ReactNode[] = [];
  let at = 0;
  for (const finding of findings) {
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
  pieces.push(text.slice(at));
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

/** Kinds share an underline by family: who somebody is, how to reach them, numbers, when they were born. */
function familyOf({ type }: ReviewedFinding): 'name' | 'reach' | 'number' | 'date' {
  if (type === 'NAME' || type === 'USERNAME') return 'name';
  if (['PHONE', 'EMAIL', 'ADDRESS', 'URL', 'IP', 'ROOM'].includes(type)) return 'reach';
  return ['DOB', 'BIRTH_YEAR', 'AGE'].includes(type) ? 'date' : 'number';
}
