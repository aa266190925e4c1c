// The open Tier 3 tickets of a repository, whoever opened them, by the record numbers they mention. From a list rather
// than the search, which lags by minutes and allows only thirty requests a minute.

import { TIER3_LABEL } from '../../core/compose/labels.ts';
import { markIn } from '../../core/compose/marker.ts';
import { recordNumbersIn } from '../../core/compose/record-numbers.ts';
import { issueList, readAnswer } from './answers.ts';
import { type GitHub, PAGE, split } from './octokit.ts';

export interface OpenTicket {
  readonly number: number;
  readonly url: string;
  /** Id of the entry whose marker it carries. */
  readonly mark: string | null;
  readonly records: ReadonlySet<string>;
}

export interface OpenTickets {
  /**
   * The open ticket with one of these record numbers; null when there is none.
   * @throws RequestError, or a network error
   */
  naming(repository: string, records: readonly string[], exceptMark: string): Promise<OpenTicket | null>;
}

/** Each repository is listed once: create a new one for every run. */
export function createOpenTickets(octokit: GitHub): OpenTickets {
  const listed = new Map<string, readonly OpenTicket[]>();

  async function list(repository: string): Promise<readonly OpenTicket[]> {
    const pages = octokit.paginate.iterator('GET /repos/{owner}/{repo}/issues', {
      ...split(repository),
      state: 'open',
      labels: TIER3_LABEL,
      per_page: PAGE,
    });
    const tickets: OpenTicket[] = [];
    for await (const page of pages)
      for (const { number, html_url: url, body, pull_request } of readAnswer(page, 200, issueList))
        if (pull_request === undefined)
          tickets.push({ number, url, mark: markIn(body ?? ''), records: recordNumbersIn(body ?? '') });
    return tickets;
  }

  return {
    async naming(repository, records, exceptMark) {
      const tickets = listed.get(repository) ?? (await list(repository));
      listed.set(repository, tickets);
      return (
        tickets.find(({ mark, records: named }) => mark !== exceptMark && records.some((one) => named.has(one))) ?? null
      );
    },
  };
}
