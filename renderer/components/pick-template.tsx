// Answers from a template: those that fit the problem first, each with how often it was used; the text is previewed
// before it goes to the clipboard.

import { useState } from 'react';
import type { CaseRow } from '../../electron/contract/schemas.ts';
import { caseName } from '../../electron/core/domain/case-name.ts';
import type { TemplateId } from '../../electron/core/domain/ids.ts';
import { useCall } from '../bridge/queries.ts';
import { useDeskUi } from '../desk-ui.ts';
import { DeskDialog } from './dialog.tsx';
import { type Choice, PickList } from './pick-list.tsx';
import { usesInWords } from './words.ts';

const WITHOUT = 'without';

export function PickTemplate() {
  const { list } = useDeskUi();
  const count = list.targets.length;
  return (
    <DeskDialog
      kind="answer"
      size="xl"
      title={count > 1 ? `Respond to ${count} cases` : `Respond to ${caseName(list.selected?.reference ?? '')}`}
    >
      {list.selected !== null && <Templates one={list.selected} many={count > 1} />}
    </DeskDialog>
  );
}

/** None for an answer in the lead's own words. */
interface Template extends Choice {
  readonly template: TemplateId | null;
}

function Templates({ one, many }: { one: CaseRow; many: boolean }) {
  const ui = useDeskUi();
  const [at, setAt] = useState<Template>();
  const list = useCall('templates.list', {});
  const templates = list.data?.templates ?? [];
  const detail = useCall('cases.get', { id: one.id });
  // Which template comes first depends on the problem of this case, not of the one before.
  const isAwaited = list.isPending || detail.isPending || detail.isPlaceholderData;
  const problem = detail.data?.problem?.id ?? null;
  const fits = (id: string | null) => id !== null && id === problem;
  /** Written for this problem, for any, for another one. */
  const rank = (id: string | null) => (fits(id) ? 0 : id === null ? 1 : 2);
  const choices: Template[] = [
    // One clipboard holds one answer: many cases are only marked as answered.
    ...(many ? [] : templates)
      .toSorted((a, b) => rank(a.problem) - rank(b.problem))
      .map(({ id, name, uses, problem: of }) => ({
        id,
        template: id,
        title: name,
        hint: [fits(of) && 'suggested for this problem', uses > 0 && usesInWords(uses)].filter(Boolean).join('; '),
      })),
    { id: WITHOUT, template: null, title: 'Without a template', hint: 'only mark as responded' },
  ];
  return (
    <div className="answer-choice">
      <PickList
        label="Template"
        isAwaited={isAwaited}
        placeholder="Name of a template"
        nothing="No template by that name. Templates are in Settings."
        choices={choices}
        onPoint={setAt}
        onPick={({ template }) => {
          ui.ask(null);
          if (template === null) ui.act('respond');
          else ui.answer(template);
        }}
      />
      {at?.template != null && <Preview id={at.template} caseId={one.id} />}
    </div>
  );
}

function Preview({ id, caseId }: { id: TemplateId; caseId: CaseRow['id'] }) {
  const filled = useCall('templates.fill', { id, caseId }).data;
  return (
    <section className="card answer-preview" aria-label="Will be copied" aria-live="polite">
      <header>
        <h3>Will be copied</h3>
      </header>
      <p>{filled?.text}</p>
      {filled !== undefined && filled.missing.length > 0 && (
        <p className="problem">This case has nothing for {filled.missing.join(', ')}.</p>
      )}
    </section>
  );
}
