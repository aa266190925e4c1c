// Puts files into a repository, each a change of its own in its history. What stands at a path is read right before it
// is written: what is there already as it shall be is left alone, so putting the same twice changes nothing.
import { RequestError } from '@octokit/request-error';
import type { PutFilesPayload } from '../../core/domain/outbox.ts';
import type { Outcome } from '../outcome.ts';
import type { Track } from '../track.ts';
import { fileAnswer, putAnswer, readAnswer } from './answers.ts';
import { type GitHub, split } from './octokit.ts';

type Place = ReturnType<typeof split> & { readonly path: string };
/** @throws RequestError, NotGitHubError, or what the network threw */
export async function putFiles(
  octokit: GitHub,
  { repository, message, files }: PutFilesPayload,
  track: Track,
): Promise<Outcome> {
  for (const { path, text } of files) {
    if (track.isDone(path)) continue;
    const place = { ...split(repository), path };
    const bytes = Buffer.from(text);
    const stands = await shaOf(octokit, place);
    if (stands === (await blobSha(bytes))) {
      track.pass(path);
      continue;
    }
    await track.take({ step: path, found: stands, version: stands }, async () => {
      const content = bytes.toString('base64');
      const answer = await octokit.request('PUT /repos/{owner}/{repo}/contents/{path}', {
        ...{ ...place, message, content },
        // GitHub writes over nothing but what is named.
        ...(stands !== null && { sha: stands }),
      });
      readAnswer(answer, stands === null ? 201 : 200, putAnswer);
    });
  }
  return { kind: 'arrived', note: null };
}

/** The name git has for what stands there; null for nothing. */
async function shaOf(octokit: GitHub, place: Place): Promise<string | null> {
  try {
    const answer = await octokit.request('GET /repos/{owner}/{repo}/contents/{path}', { ...place });
    return readAnswer(answer, 200, fileAnswer).sha;
  } catch (error) {
    if (error instanceof RequestError && error.status === 404) return null;
    throw error;
  }
}

/** As git names what a file holds. */
async function blobSha(bytes: Buffer): Promise<string> {
  const named = Buffer.concat([Buffer.from(`blob ${bytes.length}\0`), bytes]);
  return Buffer.from(await crypto.subtle.digest('SHA-1', named)).toString('hex');
}
