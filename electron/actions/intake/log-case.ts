// The quick log: a typed line becomes a case at once, scrubbed and with its clock running.

import type { Output, ParsedInput } from '../../contract/calls.ts';
import { AppError } from '../../contract/errors.ts';
import { LINK_ALONE, type Source } from '../../core/domain/case.ts';
import { rawText } from '../../core/domain/pii.ts';
import { EASTERN } from '../../core/domain/time.ts';
import { readLogLine, type SlackMessage } from '../../core/intake/read-log-line.ts';
import { fastPath } from '../../core/route/fast-path.ts';
import { addActivity, newActId } from '../../store/activity/activity.ts';
import { addCase, hasCase } from '../../store/cases/cases.ts';
import { listRules } from '../../store/cases/desk-rules.ts';
import { forgetSent } from '../../store/cases/typed-words.ts';
import type { Db } from '../../store/db.ts';
import { type AppContext, LEAD } from '../app-context.ts';
import { joinProblem } from '../problems/join-problem.ts';
import { scrubText } from '../scrub-words.ts';
import { addToTicket, announceTrends, tellTrends } from '../trends/trend-ticket.ts';
import { takeFastPath, tellAlarms } from './fast-path.ts';
import { describeProblem, problemOfWords } from './same-problem.ts';
import { timesThisWeek } from './topics.ts';

const DAY = new Intl.DateTimeFormat('en-CA', { timeZone: EASTERN });

const UNKNOWN_YET = { problem: null, because: 'its problem is told when the message comes in with an export' };

/** A line read and scrubbed. @throws AppError `invalid` when it holds no words besides source, topic and time, and no link */
function read({ store }: AppContext, line: string) {
  const { text, message, postedBy, ...said } = readLogLine(line);
  if (text.length < 3 && message === null)
    throw new AppError('invalid', 'Say in a few words what the report is about, after source, topic and time.');
  const raw = rawText(text || LINK_ALONE);
  return {
    said,
    message,
    isLinkAlone: text === '',
    raw,
    scrub: scrubText(raw, {}, [], listRules(store.db)),
    fields: [...fieldsOf(message, text), ...posted(postedBy)],
  };
}

/** Named as Slack's export names them. A text that is empty here is taken from there; what was typed stays. */
function fieldsOf(message: SlackMessage | null, text: string) {
  if (message === null) return [];
  const { ts, channel, url } = message;
  const said = [
    { name: 'ts', value: ts },
    { name: 'channel', value: channel },
    { name: 'link', value: url },
  ];
  return text === '' ? [...said, { name: 'text', value: '' }] : said;
}

/** Kept with the case, as a column of an export would be. */
const posted = (by: string | null) => (by === null ? [] : [{ name: 'posted by', value: by }]);

/** A preview of the case while the line is typed. @throws AppError `invalid` */
export function previewLog(ctx: AppContext, { line }: ParsedInput<'cases.readLog'>): Output<'cases.readLog'> {
  const { said, scrub } = read(ctx, line);
  const problem = describeProblem(ctx, problemOfWords(scrub.scrubbedText, said.topic));
  return { ...said, text: scrub.scrubbedText, thisWeek: timesThisWeek(ctx, said.topic), problem };
}

/** The first of the day that is free: two contacts of one day have two numbers. */
function nextReference(db: Db, source: Source, at: number): string {
  const day = `log-${DAY.format(at)}`;
  let number = 1;
  while (hasCase(db, source, `${day}-${number}`)) number += 1;
  return `${day}-${number}`;
}

/** @throws AppError `invalid`; `conflict` for a message that is in the desk already */
export function logCase(ctx: AppContext, { line }: ParsedInput<'cases.log'>): Output<'cases.log'> {
  const { store, now } = ctx;
  const { said, message, isLinkAlone, raw, scrub, fields } = read(ctx, line);
  const { source, topic, spentMinutes } = said;
  const { scrubbedText, scrubbedTitle, scrubberVersion, questions } = scrub;
  const at = now();
  const actId = newActId();
  const logged = store.transaction((db) => {
    const { problem, because } = isLinkAlone ? UNKNOWN_YET : joinProblem(db, scrubbedText, topic, at);
    const alarm = fastPath(scrubbedText, topic);
    const reference = message?.ts ?? nextReference(db, source, at);
    const id = addCase(db, {
      source,
      reference,
      reportedAt: at,
      receivedAt: at,
      importedAt: at,
      rawText: raw,
      reporter: null,
      hints: {},
      fields,
      scrubbedTitle,
      scrubbedText,
      scrubbedArea: topic,
      scrubberVersion,
      questions,
      tags: [topic, alarm].filter((tag) => tag !== null),
      problem,
      spentMinutes,
    });
    if (id === null) throw new AppError('conflict', `This message is in the desk already, as ${reference}.`);
    const took = spentMinutes === null ? '' : `; the contact took ${spentMinutes} min`;
    addActivity(db, {
      at,
      actor: LEAD,
      caseId: id,
      verb: 'log',
      summary: `Logged by hand${took}; ${because}`,
      undo: { kind: 'log', line },
      actId,
    });
    forgetSent(db, 'log', '', [line]);
    if (problem !== null) addToTicket(db, problem, id, reference, at);
    const taken = alarm === null ? null : ({ caseId: id, reference, kind: alarm } as const);
    if (taken !== null) takeFastPath(db, taken, at);
    return { id, reference, problem, alarm: taken };
  });
  if (logged.problem !== null) {
    const isKnown = problemOfWords(scrubbedText, topic) !== null;
    // Only a problem that the lexicon does not know may be one with others that it does not know.
    (isKnown ? announceTrends : tellTrends)(ctx, new Set([logged.problem]));
  }
  tellAlarms(ctx, logged.alarm === null ? [] : [logged.alarm]);
  const thisWeek = timesThisWeek(ctx, topic);
  const problem = describeProblem(ctx, logged.problem);
  return {
    ...said,
    actId,
    id: logged.id,
    reference: logged.reference,
    text: scrubbedText,
    thisWeek,
    problem,
  };
}
