// One line of My day: how urgent, what it is about, whose it is, and the key that does what it needs.
import { IconHelp, IconMessage, IconPencil, IconReport, IconSend } from '@tabler/icons-react';
import type { CaseId } from '../../../electron/core/domain/ids.ts';
import { periodInWords } from '../../../electron/core/domain/period-words.ts';
import { keysOf } from '../../commands/catalogue.ts';
import { Kbd } from '../../components/kbd.tsx';
import { TimeLeft } from '../../components/time-left.tsx';
import { plainWords, plural, shortReference, shortTitle } from '../../components/words.ts';
import { rowId } from '../../state/screen-list.ts';
import type { Need } from './needs.ts';

const LOOKS = {
  decision: { icon: IconHelp, word: 'decide' },
  answer: { icon: IconMessage, word: 'reply' },
  step: { icon: IconSend, word: 'ask' },
  draft: { icon: IconPencil, word: 'ticket' },
  report: { icon: IconReport, word: 'report' },
} as const;

interface NeedRowProps {
  readonly need: Need;
  readonly isChosen: boolean;
  readonly onClick: () => void;
  readonly onOpen: () => void;
}

export function NeedRow({ need, isChosen, onClick, onOpen }: NeedRowProps) {
  const { title, reference, hint, more = 0 } = wordsOf(need);
  return (
    <div
      id={rowId(need.key)}
      className="day-row"
      data-case={caseOf(need)}
      role="option"
      aria-selected={isChosen}
      onClick={onClick}
      onDoubleClick={onOpen}
    >
      <Urgency need={need} />
      <span className="words" title={title}>
        {title}
        {hint !== '' && <span className="meta-inline">{hint}</span>}
      </span>
      <span className="ref" data-reference={reference}>
        {shortReference(reference)}
        {more > 0 && ` +${more}`}
      </span>
      <Kbd keys={need.kind === 'step' ? keysOf('ask-team') : keysOf('open')} />
    </div>
  );
}

function Urgency({ need }: { need: Need }) {
  if (need.kind === 'case') return <TimeLeft countdown={need.row.countdown} />;
  const { icon: Icon, word } = LOOKS[need.kind];
  return (
    <span className={need.kind === 'decision' ? 'time missed' : need.kind === 'step' ? 'time due' : 'time soon'}>
      <Icon size={15} aria-hidden />
      {word}
    </span>
  );
}

interface NeedWords {
  readonly title: string;
  readonly reference: string;
  readonly hint: string;
  /** How many more cases there are. */
  readonly more?: number;
}

function wordsOf(need: Need): NeedWords {
  switch (need.kind) {
    case 'decision': {
      const { title, references, reason } = need.decision;
      const [first = ''] = references;
      return { title: shortTitle(title), reference: first, hint: reason ?? '', more: references.length - 1 };
    }
    case 'answer': {
      const { title, reference, author, body, n } = need.answer;
      const said = n > 1 ? `${plural(n, 'reply', 'replies')}, the newest by ${author}: ` : `${author}: `;
      return { title: `${said}${plainWords(body)}`, reference, hint: shortTitle(title) };
    }
    case 'report':
      return { title: periodInWords(need.report.period), reference: '', hint: need.report.lines[0] ?? '' };
    case 'step':
      return { title: need.step.title, reference: need.step.reference, hint: '' };
    default:
      return { title: need.row.title, reference: need.row.reference, hint: '' };
  }
}

function caseOf(need: Need): CaseId | undefined {
  if (need.kind === 'step') return need.step.caseId;
  return need.kind === 'draft' || need.kind === 'case' ? need.row.id : undefined;
}
