// Files in the repositories of practice, by GitHub's contents API: what is written over must be named by its sha.
import { createHash } from 'node:crypto';
import type { Context } from 'openapi-backend';
import type { PlainAnswer } from './http-messages.ts';
import type { PracticeFile, PracticeWorld } from './state.ts';

const API = 'https://api.github.com';
const WEB = 'https://github.com';
const DOCS = 'https://docs.github.com/rest/repos/contents';

interface Put {
  readonly message: string;
  /** In base64. */
  readonly content: string;
  readonly sha?: string;
}

const no = (status: number, message: string): PlainAnswer => ({
  status,
  body: { message, documentation_url: DOCS, status: String(status) },
});
const pathOf = ({ request }: Context) => decodeURIComponent(String(request.params.path));

export function getFile(world: PracticeWorld, repository: string, context: Context): PlainAnswer {
  const one = world.file(repository, pathOf(context));
  if (one === undefined) return no(404, 'Not Found');
  return { status: 200, body: { ...fileShape(one), content: one.content, encoding: 'base64' } };
}

export function putFile(world: PracticeWorld, repository: string, context: Context): PlainAnswer {
  const path = pathOf(context);
  const { message, content, sha }: Put = context.request.requestBody;
  if (!world.mayPush) return no(403, 'Resource not accessible by personal access token');
  if (Buffer.from(content, 'base64').toString('base64') !== content) return no(422, 'content is not valid Base64');
  const before = world.file(repository, path);
  if (before !== undefined && sha === undefined) return no(422, 'Invalid request.\n\n"sha" wasn\'t supplied.');
  if (sha !== undefined && (before === undefined || shaOf(before) !== sha))
    return no(409, `${path} does not match ${sha}`);
  const one = world.putFile({ repository, path, content, message });
  return { status: before === undefined ? 201 : 200, body: { content: fileShape(one), commit: commitShape(one) } };
}

function shaOf({ content }: PracticeFile): string {
  const bytes = Buffer.from(content, 'base64');
  return createHash('sha1').update(`blob ${bytes.length}\0`).update(bytes).digest('hex');
}

function fileShape(one: PracticeFile) {
  const { repository, path, content } = one;
  const sha = shaOf(one);
  const self = `${API}/repos/${repository}/contents/${path}?ref=main`;
  const git = `${API}/repos/${repository}/git/blobs/${sha}`;
  const html = `${WEB}/${repository}/blob/main/${path}`;
  return {
    ...{ type: 'file', name: path.split('/').at(-1) ?? path, path, sha },
    size: Buffer.from(content, 'base64').length,
    ...{ url: self, git_url: git, html_url: html, download_url: `${WEB}/${repository}/raw/main/${path}` },
    _links: { self, git, html },
  };
}

function commitShape({ repository, message, at }: PracticeFile) {
  const sha = createHash('sha1').update(`${at} ${message}`).digest('hex');
  const url = `${API}/repos/${repository}/git/commits/${sha}`;
  return { sha, node_id: `C_${sha}`, url, html_url: `${WEB}/${repository}/commit/${sha}`, message };
}
