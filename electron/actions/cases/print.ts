// Pages to print: a list as shown, or a case. Every word is checked; PII is masked and counted.

import type { Output, ParsedInput } from '../../contract/calls.ts';
import { SOURCE_NAMES, STATUS_NAMES } from '../../core/domain/case.ts';
import type { CaseId } from '../../core/domain/ids.ts';
import type { ScrubbedText } from '../../core/domain/pii.ts';
import { EASTERN } from '../../core/domain/time.ts';
import { type PiiCheckContext, scrubWords } from '../../core/scrub/pii-check.ts';
import { addActivity, newActId } from '../../store/activity/activity.ts';
import { listRules } from '../../store/cases/desk-rules.ts';
import type { Db } from '../../store/db.ts';
import { knownLogins } from '../../store/tickets/directory.ts';
import { type AppContext, LEAD } from '../app-context.ts';
import { piiCheckContext } from '../draft-ticket.ts';
import { requireCase } from '../require-case.ts';
import { readCase } from './read-cases.ts';

type Printed = Output<'print.list'>;

export function printList(ctx: AppContext, { title, note, heads, rows }: ParsedInput<'print.list'>): Printed {
  return ctx.store.transaction((db) => {
    const { judge, maskedSoFar } = createJudge();
    const general = { logins: knownLogins(db), cleared: knownLogins(db), rules: listRules(db) };
    const judgedRows = rows.map(({ cells, caseId }) => {
      const context = caseId === undefined ? general : piiCheckContext(db, requireCase(ctx, caseId));
      return cells.map((cell) => judge(cell, context));
    });
    noteDown(ctx, db, [...new Set(rows.flatMap(({ caseId }) => caseId ?? []))]);
    return {
      title: judge(title, general),
      note: judge(note, general),
      facts: [],
      text: judge('', general),
      tables: [{ heads: heads.map((head) => judge(head, general)), rows: judgedRows }],
      masked: maskedSoFar(),
    };
  });
}

const AT = new Intl.DateTimeFormat('en-US', {
  dateStyle: 'medium',
  timeStyle: 'short',
  timeZone: EASTERN,
});

export function printCase(ctx: AppContext, { id }: ParsedInput<'print.case'>): Printed {
  const one = readCase(ctx, id);
  return ctx.store.transaction((db) => {
    const { judge, maskedSoFar } = createJudge();
    const context = piiCheckContext(db, requireCase(ctx, id));
    const say = (words: string) => judge(words, context);
    const facts = [
      ['Source', SOURCE_NAMES[one.source]],
      ['Reported', `${AT.format(one.reportedAt)} ET`],
      ['Status', STATUS_NAMES[one.status]],
      ['Team', one.team ?? 'none yet'],
      ['Tags', one.tags.join(', ')],
      ['Ticket', one.ticket === null ? '' : `${one.ticket.repository} #${one.ticket.number ?? 'in the outbox'}`],
    ].filter(([, value]) => value !== '');
    noteDown(ctx, db, [id]);
    return {
      title: say(one.title),
      note: say(one.reference),
      facts: facts.map(([name = '', value = '']): [ScrubbedText, ScrubbedText] => [say(name), say(value)]),
      text: say(one.scrubbedText),
      tables: [
        {
          heads: ['Time target', 'Due'].map(say),
          rows: one.countdowns.map(({ name, dueAt, metAt }) => [
            say(name),
            say(metAt === null ? `${AT.format(dueAt)} ET` : `met ${AT.format(metAt)} ET`),
          ]),
        },
        {
          heads: ['When', 'Who', 'What'].map(say),
          rows: one.activity
            .filter(({ undoneAt }) => undoneAt === null)
            .map(({ at, actor, summary }) => [say(`${AT.format(at)} ET`), say(actor), say(summary)]),
        },
      ].filter(({ rows }) => rows.length > 0),
      masked: maskedSoFar(),
    };
  });
}

function createJudge() {
  let masked = 0;
  return {
    judge(words: string, context: PiiCheckContext): ScrubbedText {
      const judged = scrubWords(words, context);
      if (judged.masked) masked += 1;
      return judged.text;
    },
    maskedSoFar: () => masked,
  };
}

function noteDown({ now }: AppContext, db: Db, caseIds: readonly CaseId[]): void {
  const actId = newActId();
  for (const caseId of caseIds)
    addActivity(db, {
      at: now(),
      actor: LEAD,
      caseId,
      verb: 'export',
      summary: 'Printed, scrubbed',
      undo: null,
      actId,
    });
}
