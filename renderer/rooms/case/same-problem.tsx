// What the case has in common with others: its problem, and how many tell of the same.
import type { CaseDetail } from '../../../electron/contract/shapes.ts';
import { useDeskUi } from '../../desk-ui.ts';
import { plural } from '../../parts/words.ts';

export function SameProblem({ one }: { one: CaseDetail }) {
  const ui = useDeskUi();
  const { problem } = one;
  if (problem === null) return null;
  const others = problem.size - 1;
  return (
    <section className="card" aria-label="Same problem">
      <header>
        <h3>{problem.title}</h3>
        <span>{others === 0 ? 'the only one so far' : `${plural(others, 'other case')} of it`}</span>
      </header>
      {others > 0 && (
        <button
          type="button"
          className="link"
          onClick={() => {
            ui.go('queue');
            ui.list.change({ filter: { trend: [problem.id] }, search: '' });
          }}
        >
          Show all {problem.size.toLocaleString('en-US')} in the queue
        </button>
      )}
    </section>
  );
}
