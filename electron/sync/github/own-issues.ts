// Finds lost issues by their markers among the user's own latest ones. A repository is listed once for all entries that
// were lost in it, and no further back than they need.
import { markIn } from '../../core/compose/marker.ts';
import type { LookUp } from '../outcome.ts';
import { issueList, readAnswer } from './answers.ts';
import { type GitHub, PAGE, split } from './octokit.ts';
import { remoteTicket } from './remote-ticket.ts';

type Found = Extract<LookUp, { kind: 'found' }>;

export interface OwnIssues {
  /**
   * The issue that carries the marker of an entry and was created since `since` (UTC ms); null when there is none.
   * `anew` when it may have been created since the last search.
   * @throws RequestError, or a network error
   */
  find(entryId: string, repository: string, since: number, anew: boolean): Promise<Found | null>;
}

/** How much our clock and GitHub's may differ, in ms: a wrong clock must not hide what arrived. */
const CLOCK_SKEW_MS = 24 * 3_600_000;

interface Listing {
  readonly byMark: Map<string, Found>;
  /** How far back it goes, UTC ms. */
  reaches: number;
  /** The next page; null for none. */
  readonly more: () => Promise<boolean>;
}

/** `whoAmI`: the login whose markers are searched for; they only count in text our own account wrote. */
export function createOwnIssues(octokit: GitHub, whoAmI: () => Promise<string>): OwnIssues {
  const listings = new Map<string, Listing>();

  function list(repository: string, creator: string): Listing {
    const pages = octokit.paginate
      .iterator('GET /repos/{owner}/{repo}/issues', {
        ...split(repository),
        creator,
        state: 'all',
        sort: 'created',
        direction: 'desc',
        per_page: PAGE,
      })
      [Symbol.asyncIterator]();
    const byMark = new Map<string, Found>();
    const listing: Listing = {
      byMark,
      reaches: Number.POSITIVE_INFINITY,
      async more() {
        const page = await pages.next();
        const issues = page.done === true ? [] : readAnswer(page.value, 200, issueList);
        for (const issue of issues) {
          const mark = issue.pull_request === undefined ? markIn(issue.body ?? '') : null;
          // The oldest of several counts: a copied body carries the marker too, and ours came before the copy.
          if (mark !== null)
            byMark.set(mark, { kind: 'found', number: issue.number, url: issue.html_url, remote: remoteTicket(issue) });
        }
        const oldest = issues.at(-1);
        listing.reaches = oldest === undefined ? Number.NEGATIVE_INFINITY : Date.parse(oldest.created_at);
        return oldest !== undefined;
      },
    };
    return listing;
  }

  return {
    async find(entryId, repository, since, anew) {
      const listing = (anew ? undefined : listings.get(repository)) ?? list(repository, await whoAmI());
      listings.delete(repository);
      while (listing.reaches >= since - CLOCK_SKEW_MS && (await listing.more()));
      // Kept only if nothing failed.
      listings.set(repository, listing);
      return listing.byMark.get(entryId) ?? null;
    },
  };
}
