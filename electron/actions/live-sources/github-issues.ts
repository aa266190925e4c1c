// Issues of a repository with given labels come in as cases: raw like any export, scrubbed like all else, linked by their
// address. Nothing is ever written to them.
import { z } from 'zod';
import { AppError } from '../../contract/errors.ts';
import { rawText } from '../../core/domain/pii.ts';
import type { IncomingCase } from '../../core/intake/incoming-case.ts';
import { ticketsAtService } from '../../store/tickets/tickets.ts';
import { gitHubOf } from '../../sync/connections.ts';
import { type LabelledIssue, labelledIssues, mayReadAgain, whyNotRead } from '../../sync/github/labelled-issues.ts';
import { foldContent } from '../intake/queue-snapshot.ts';
import { settingOf } from '../settings.ts';
import type { LiveSource, LookedThrough } from './live-source.ts';

/** So many a look, in pages; the next look goes on behind them. */
const MOST_PAGES = 20;
/**
 * `since` is the newest change that was seen. That second is asked for again, since more may have changed in it; `seen` are the
 * issues that changed in it, with a hash of what they said.
 */
const cursorShape = z.object({ since: z.string().nullable(), seen: z.array(z.string()) });

export const GITHUB_ISSUES: LiveSource = {
  kind: 'github',
  placeOf: ({ github: { isOn, repository, labels } }) => (isOn ? `${repository}: ${labels}` : null),
  token: null,
  async look({ store, now }, { connections, fetch }, before) {
    const { repository, labels } = settingOf(store.db, 'liveSources').github;
    if (!/^[^/\s]+\/[^/\s]+(?:\/[^/\s]+)?$/.test(repository))
      throw new AppError('refused', 'Write the repository as owner/name.');
    if (labels === '') throw new AppError('refused', 'Name at least one label: not every issue is a report.');
    const connection = gitHubOf(connections(), repository);
    if (connection === null) throw new AppError('refused', 'Sign in to its GitHub first, under Sign-in.');
    const ours = new Set(
      ticketsAtService(store.db)
        .filter((ticket) => ticket.repository === repository)
        .map(({ number }) => number),
    );
    const read = () =>
      readSince(
        (since) => labelledIssues(connection, fetch, { repository, labels, since }),
        before,
        (issue) => (ours.has(issue.number) ? null : caseOf(repository, issue)),
      );
    try {
      // A connection that was kept open may be closed by GitHub just as it is used again; reading twice does no harm.
      return await read().catch((error: unknown) => (mayReadAgain(error) ? read() : Promise.reject(error)));
    } catch (error) {
      throw new AppError('refused', whyNotRead(error, now()));
    }
  },
};

/** `toCase` gives null for an issue that is none. */
async function readSince(
  pagesSince: (since: string | null) => AsyncIterable<readonly LabelledIssue[]>,
  before: string | null,
  toCase: (issue: LabelledIssue) => IncomingCase | null,
): Promise<LookedThrough> {
  let { since, seen } = cursorShape.parse(JSON.parse(before ?? '{"since":null,"seen":[]}'));
  const cases: IncomingCase[] = [];
  let pages = 0;
  for await (const page of pagesSince(since)) {
    for (const issue of page) {
      const said = foldContent(
        [String(issue.number), issue.title, issue.body, String(issue.isOpen), ...issue.labels],
        '',
      );
      if (issue.updatedAt === since && seen.includes(said)) continue;
      seen = issue.updatedAt === since ? [...seen, said] : [said];
      since = issue.updatedAt;
      const one = toCase(issue);
      if (one !== null) cases.push(one);
    }
    pages += 1;
    if (pages === MOST_PAGES) break;
  }
  return { cases, cursor: JSON.stringify({ since, seen }) };
}

function caseOf(repository: string, issue: LabelledIssue): IncomingCase {
  const { number, title, url, labels, isOpen } = issue;
  // The hints of an issue's form stand in comments that GitHub does not show.
  const body = issue.body
    .replace(/<!--[\s\S]*?(?:-->|$)/g, '')
    .replace(/\r\n?/g, '\n')
    .trim();
  const text = body === '' ? title : `${title}\n\n${body}`;
  const reference = `${repository}#${number}`;
  const status = isOpen ? 'Open' : 'Closed';
  const fields = { reference, status, subject: title, text, link: url, labels: labels.join(', ') };
  return {
    source: 'github',
    reference,
    row: number,
    cameFrom: `Read from ${reference} at GitHub`,
    reportedAt: Date.parse(issue.createdAt),
    text: rawText(text),
    subject: rawText(title),
    reporter: null,
    phone: null,
    email: null,
    area: null,
    subArea: null,
    status,
    priority: null,
    resolvedAt: issue.closedAt === null ? null : Date.parse(issue.closedAt),
    fields: Object.entries(fields).map(([name, value]) => ({ name, value })),
  };
}
