// The text as received, with its findings marked by underline, tag and color, reviewed by keyboard: one key clears a
// finding, and words under the caret become one.
import { memo, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { CaseDetail, ReviewedFinding } from '../../../electron/contract/schemas.ts';
import { isQuestion, openQuestions, type PiiType } from '../../../electron/core/domain/pii.ts';
import { useAct } from '../../bridge/queries.ts';
import { keysOf } from '../../commands/catalogue.ts';
import { focusedIn } from '../../components/focused-in.ts';
import { Kbd } from '../../components/kbd.tsx';
import { toastError } from '../../components/toast.tsx';
import { plural } from '../../components/words.ts';
import { type DeskUi, useDeskUi } from '../../desk-ui.ts';
import { showMeanwhile } from '../../state/show-meanwhile.ts';
import { foldAt } from './fold.ts';
import { KindPicker } from './kind-picker.tsx';
import { Marked } from './marks.tsx';
import { findWords, type Span, selectedSpan } from './selection.ts';
import { useRawRead } from './use-raw-read.ts';
import { type Caret, moveCaret, showCaret, spanOf, wordsOf } from './word-caret.ts';

export function ReviewText({ one }: { one: CaseDetail }) {
  useRawRead(one.id);
  const ui = useDeskUi();
  const current = useRef(ui);
  current.current = ui;
  return <Reviewer one={one} latest={useCallback(() => current.current, [])} />;
}

/** Rendered again only for another text or other findings; `latest` returns the window's current state. */
const Reviewer = memo(function Reviewer({ one, latest }: { one: CaseDetail; latest: () => DeskUi }) {
  const text = useRef<HTMLDivElement>(null);
  const said = useRef<HTMLSpanElement>(null);
  const caret = useRef<Caret | null>(null);
  const decide = useAct('findings.decide');
  const [typed, setTyped] = useState<string | null>(null);
  const [marking, setMarking] = useState<Span | null>(null);
  const [isOpen, setOpen] = useState(false);
  const { findings, rawText, id: caseId } = one;
  const questions = openQuestions(rawText, findings);
  const fold = isOpen ? rawText.length : foldAt(rawText, questions[0]?.end ?? null);
  const until = findings.find(({ start, end }) => start < fold && end > fold)?.start ?? fold;
  const words = useMemo(() => wordsOf(rawText.slice(0, until)), [rawText, until]);

  // Findings are rendered again after each decision: the caret stays where it was.
  // biome-ignore lint/correctness/useExhaustiveDependencies: it is shown again for other findings, not for another caret
  useEffect(() => {
    const element = text.current;
    if (element !== null && caret.current !== null && element.contains(document.activeElement))
      showCaret(element, words, caret.current);
  }, [findings]);

  const decideOn = ({ start, end }: Span, decision: 'clear' | 'forget') => {
    latest().list.hold();
    const answered = decide.mutate({ caseId, start, end, decision }, { onError: toastError });
    // Pressed twice, the second key takes back what the first did.
    const turned = (one: ReviewedFinding): ReviewedFinding =>
      one.start !== start || one.decision === 'added'
        ? one
        : { ...one, decision: decision === 'clear' ? 'cleared' : 'none' };
    showMeanwhile(answered, 'cases.get', (read) =>
      read.id === caseId ? { ...read, findings: read.findings.map(turned) } : read,
    );
  };
  const toggle = (finding: ReviewedFinding) => decideOn(finding, finding.decision === 'none' ? 'clear' : 'forget');
  const mark = (spans: readonly Span[], type: PiiType) => {
    latest().list.hold();
    latest().markPersonal(caseId, spans, type);
    setMarking(null);
    window.getSelection()?.removeAllRanges();
    text.current?.focus();
  };
  const chosenWords = () => (text.current === null ? null : selectedSpan(text.current));

  function markSelection(): void {
    const span = chosenWords();
    if (span === null) setTyped('');
    else setMarking(span);
  }

  function onKeyDown(event: React.KeyboardEvent<HTMLDivElement>): void {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const marks = [...(text.current?.querySelectorAll<HTMLElement>('[data-start]') ?? [])];
    const here = focusedIn(marks);
    const finding = findings[here];
    const { key } = event;
    if (key === 'n' && here === marks.length - 1 && until < rawText.length) setOpen(true);
    else if (key === 'n') marks[(here + 1) % marks.length]?.focus();
    else if (key === 'm') markSelection();
    else if (key === 'M') {
      const span = chosenWords();
      latest().maskEverywhere(span === null ? undefined : { caseId, ...span, type: 'OTHER' });
    } else if (key === 'X' && finding !== undefined) latest().neverMask({ caseId, ...finding });
    else if (finding !== undefined && isQuestion(finding) && (key === 'x' || key === 'Enter'))
      latest().answerQuestion(key === 'Enter');
    else if (key === 'x' && finding !== undefined) toggle(finding);
    else if (key === 'Enter' && finding !== undefined) decideOn(finding, 'forget');
    else if (!step(event, finding?.start ?? 0)) return;
    event.preventDefault();
    event.stopPropagation();
  }

  function step({ key, shiftKey }: React.KeyboardEvent, from: number): boolean {
    const element = text.current;
    if (element === null) return false;
    const next = moveCaret(element, words, caret.current, { key, shiftKey, from });
    if (next === null) return false;
    if (document.activeElement !== element) element.focus();
    caret.current = next;
    showCaret(element, words, next);
    const span = spanOf(words, next);
    if (said.current !== null && span !== null) said.current.textContent = rawText.slice(span.start, span.end);
    return true;
  }

  return (
    <section className="card" aria-label="As received">
      <header>
        <h3>As received</h3>
        <span>
          {plural(findings.filter((finding) => !isQuestion(finding)).length, 'finding')}
          {questions.length > 0 && `, ${plural(questions.length, 'question')} left`}
        </span>
      </header>
      <div
        className="received"
        id="received"
        ref={text}
        tabIndex={0}
        role="group"
        aria-label="Text as received; arrows go by word, with Shift they extend, m marks; n goes to the next finding, x clears it, Shift+X clears it everywhere"
        onKeyDown={onKeyDown}
      >
        <Marked text={rawText} until={until} findings={findings} onToggle={toggle} />
      </div>
      {until < rawText.length && (
        <button type="button" className="button quiet" onClick={() => setOpen(true)}>
          Show all {rawText.length.toLocaleString('en-US')} characters
        </button>
      )}
      <span className="visually-hidden" role="status" ref={said} />
      <div className="review-help">
        {marking !== null ? (
          <KindPicker
            words={rawText.slice(marking.start, marking.end)}
            onPick={(type) => mark([marking], type)}
            onCancel={() => {
              setMarking(null);
              text.current?.focus();
            }}
          />
        ) : typed !== null ? (
          <form
            onSubmit={(event) => {
              event.preventDefault();
              setTyped(null);
              mark(findWords(rawText, typed), 'OTHER');
            }}
          >
            <label>
              Words to mark
              <input
                autoFocus
                value={typed}
                onChange={(event) => setTyped(event.target.value)}
                onKeyDown={(event) => event.key === 'Escape' && setTyped(null)}
              />
            </label>
            <button type="submit" className="button">
              Mark
            </button>
          </form>
        ) : (
          <>
            <button type="button" className="button quiet" onClick={markSelection}>
              Mark as personal
            </button>
            <span className="text-keys">
              <span className="outside">
                <Kbd keys={keysOf('review-text')} /> mark and clear by key
              </span>
              <span className="inside">
                <Kbd keys="← →" /> words <Kbd keys="m" /> mark <Kbd keys="n" /> next finding <Kbd keys="x" /> clear{' '}
                <Kbd keys="Shift+X" /> never again
              </span>
            </span>
          </>
        )}
      </div>
    </section>
  );
});
