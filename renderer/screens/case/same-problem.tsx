// What the case has in common with others: its duplicates, its problem, and how many cases have the same one.

import type { CaseDetail } from '../../../electron/contract/schemas.ts';
import { caseName } from '../../../electron/core/domain/case-name.ts';
import { keysOf } from '../../commands/catalogue.ts';
import { Kbd } from '../../components/kbd.tsx';
import { plural } from '../../components/words.ts';
import { useDeskUi } from '../../desk-ui.ts';

export function SameProblem({ one }: { one: CaseDetail }) {
  const ui = useDeskUi();
  const { problem, sameAs, maybeSame, alsoKnownAs } = one;
  const same = [...(sameAs === null ? [] : [sameAs]), ...alsoKnownAs];
  return (
    <>
      {maybeSame !== null && (
        <section className="card" aria-label="Possible duplicate">
          <header>
            <h3>Possibly the same as</h3>
            <button type="button" className="link" onClick={() => ui.openCase(maybeSame.id)}>
              {caseName(maybeSame.reference)}
            </button>
          </header>
          <p className="meta">
            <button type="button" className="button" onClick={() => ui.answerSame(true)}>
              The same <Kbd keys={keysOf('same')} />
            </button>{' '}
            <button type="button" className="button" onClick={() => ui.answerSame(false)}>
              Not the same <Kbd keys={keysOf('not-same')} />
            </button>
          </p>
        </section>
      )}
      {same.length > 0 && (
        <section className="card" aria-label="Same case">
          <header>
            <h3>{sameAs === null ? 'Also reported as' : 'The same case as'}</h3>
            <span>{sameAs === null ? 'counted once' : 'decide that one'}</span>
          </header>
          <p className="meta">
            {same.map(({ id, reference }) => (
              <button key={id} type="button" className="link" onClick={() => ui.openCase(id)}>
                {caseName(reference)}
              </button>
            ))}
          </p>
        </section>
      )}
      {problem !== null && <Problem one={one} problem={problem} />}
    </>
  );
}

function Problem({ one, problem }: { one: CaseDetail; problem: NonNullable<CaseDetail['problem']> }) {
  const ui = useDeskUi();
  const others = Math.max(0, problem.size - 1);
  return (
    <section className="card" aria-label="Same problem">
      <header>
        <h3>{problem.title}</h3>
        <span>{others === 0 ? 'the only one so far' : `${plural(others, 'other case')} of it`}</span>
      </header>
      {problem.help !== null && (
        <div className="code-help">
          <b>{problem.help.helper}.</b> {problem.help.remedy}
          {problem.help.byUser && one.status === 'undecided' && (
            <p>
              <button type="button" className="button" onClick={() => ui.ask({ kind: 'answer' })}>
                Respond with its template <Kbd keys={keysOf('respond')} />
              </button>
            </p>
          )}
        </div>
      )}
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
