// While cases are marked: how many there are, and what can be done with all of them, in place of the views.
import { commandOf, keysOf } from '../../commands/catalogue.ts';
import { Kbd } from '../../components/kbd.tsx';
import { plural } from '../../components/words.ts';
import { useDeskUi } from '../../desk-ui.ts';

const ACTS = [
  ['escalate-suggested', 'To suggested teams'],
  ['escalate', 'Escalate'],
  ['reassign', 'Reassign'],
  ['respond', 'Respond'],
  ['out-of-scope', 'Out of scope'],
  ['tag', 'Tag'],
  ['queue-ticket', 'Queue tickets'],
] as const;

export function BulkBar() {
  const ui = useDeskUi();
  const { marked, clearMarks } = ui.list;
  return (
    <div className="bar views bulk" role="toolbar" aria-label="Marked cases">
      <b>{plural(marked.size, 'case')} marked</b>
      <button type="button" className="button quiet" onClick={clearMarks}>
        Mark none <Kbd keys={keysOf('close')} />
      </button>
      {ACTS.map(([id, label]) => (
        <button
          key={id}
          type="button"
          className="button"
          title={commandOf(id)?.title}
          onClick={() => commandOf(id)?.run(ui)}
        >
          {label} <Kbd keys={keysOf(id)} />
        </button>
      ))}
    </div>
  );
}
