// The scrubber's open questions about the case, one at a time, before anything else. It stays in place when all are
// answered, so that nothing moves under the reader.
import { IconCheck, IconQuestionMark } from '@tabler/icons-react';
import { useRef } from 'react';
import type { CaseDetail } from '../../../electron/contract/schemas.ts';
import { openQuestions, PII_TYPES } from '../../../electron/core/domain/pii.ts';
import { keysOf } from '../../commands/catalogue.ts';
import { Kbd } from '../../components/kbd.tsx';
import { useDeskUi } from '../../desk-ui.ts';
import './question-bar.css';

/** How much text is shown before and after the text in question, in characters. */
const [BEFORE, AFTER] = [24, 90];

export function QuestionBar({ one }: { one: CaseDetail }) {
  const ui = useDeskUi();
  const questions = openQuestions(one.rawText, one.findings);
  const [question] = questions;
  const wasAsked = useRef(false);
  if (question !== undefined) wasAsked.current = true;
  if (!wasAsked.current) return null;
  if (question === undefined)
    return (
      <section className="question-bar" aria-label="Questions of the scrubber">
        <IconCheck size={16} aria-hidden />
        <p role="status">Every question is answered.</p>
        <span className="meta">
          <Kbd keys={keysOf('next-question')} /> next case with one
        </span>
      </section>
    );
  const { start, end, type } = question;
  return (
    <section className="question-bar" aria-label="Questions of the scrubber">
      <IconQuestionMark size={16} aria-hidden />
      <p role="status">
        Is “<b>{one.rawText.slice(start, end)}</b>” personal?
        {type !== 'OTHER' && ` Perhaps ${withArticle(PII_TYPES[type])}.`}
        <span className="around">
          {before(one.rawText, start)}
          <u>{one.rawText.slice(start, end)}</u>
          {after(one.rawText, end)}
        </span>
      </p>
      <span className="answers">
        <button type="button" className="button" onClick={() => ui.answerQuestion(true)}>
          Personal <Kbd keys={keysOf('is-personal')} />
        </button>
        <button type="button" className="button" onClick={() => ui.answerQuestion(false)}>
          Not personal <Kbd keys={keysOf('not-personal')} />
        </button>
      </span>
      <span className="left">{questions.length} left</span>
    </section>
  );
}

/** "an email", "a name", "the last four of the SSN". */
function withArticle(kind: string): string {
  if (kind.startsWith('last')) return `the ${kind}`;
  return `${/^(?:[aeio]|MBI|MRN)/i.test(kind) ? 'an' : 'a'} ${kind}`;
}

function before(text: string, start: number): string {
  const words = text.slice(Math.max(0, start - BEFORE), start).replace(/\s+/g, ' ');
  return start > BEFORE ? `\u2026${words}` : words;
}

function after(text: string, end: number): string {
  const words = text.slice(end, end + AFTER).replace(/\s+/g, ' ');
  return end + AFTER < text.length ? `${words}\u2026` : words;
}
