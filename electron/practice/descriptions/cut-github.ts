// Cuts the operations the desk uses, and the components they reach, out of GitHub's own published OpenAPI description.
// Run by hand when GitHub's description changes: node electron/practice/descriptions/cut-github.ts
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';

const PACKAGE = '@octokit/openapi@23.0.2';
const OPERATIONS: Readonly<Record<string, readonly string[]>> = {
  '/user': ['get'],
  '/rate_limit': ['get'],
  '/repos/{owner}/{repo}': ['get'],
  '/repos/{owner}/{repo}/contents/{path}': ['get', 'put'],
  '/repos/{owner}/{repo}/issues': ['get', 'post'],
  '/repos/{owner}/{repo}/issues/{issue_number}': ['get', 'patch'],
  '/repos/{owner}/{repo}/issues/{issue_number}/comments': ['get', 'post'],
  '/repos/{owner}/{repo}/issues/{issue_number}/labels': ['post'],
  '/repos/{owner}/{repo}/issues/{issue_number}/labels/{name}': ['delete'],
  '/repos/{owner}/{repo}/issues/{issue_number}/assignees': ['post', 'delete'],
  '/repos/{owner}/{repo}/issues/comments': ['get'],
  '/repos/{owner}/{repo}/labels': ['get', 'post'],
  '/repos/{owner}/{repo}/milestones': ['get'],
  '/repos/{owner}/{repo}/assignees': ['get'],
};
const DROPPED = new Set(['examples', 'example', 'description', 'externalDocs', 'x-github', 'summary', 'tags']);

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

interface Description {
  readonly openapi: Json;
  readonly paths: { readonly [path: string]: { readonly [method: string]: Json } };
  readonly components: { readonly [kind: string]: { readonly [name: string]: Json } };
}

function download(): Description {
  const folder = mkdtempSync(join(tmpdir(), 'cut-github-'));
  try {
    const file = execFileSync('npm', ['pack', PACKAGE, '--silent'], { cwd: folder, encoding: 'utf8' }).trim();
    execFileSync('tar', ['-xzf', file, 'package/generated/api.github.com.json'], { cwd: folder });
    return JSON.parse(readFileSync(join(folder, 'package/generated/api.github.com.json'), 'utf8'));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** How null is said among alternatives: the checker takes `nullable` only beside a type. */
const NULL: Json = { type: 'string', nullable: true, enum: [null] };

/** Without prose, and with null said in a way the checker takes. Names of properties are kept whatever they are. */
function strip(value: Json, isNames = false): Json {
  if (Array.isArray(value)) return value.map((item) => strip(item));
  if (value === null || typeof value !== 'object') return value;
  const kept: { [key: string]: Json } = {};
  for (const [key, item] of Object.entries(value)) {
    if (!isNames && DROPPED.has(key) && key !== 'description') continue;
    if (!isNames && key === 'description' && typeof item === 'string') continue;
    if (key === 'nullable' && !isNames && !('type' in value)) continue;
    kept[key] = strip(item, key === 'properties' || key === 'schemas' || key === 'responses' || key === 'parameters');
  }
  if (value.nullable === true && !('type' in value) && !isNames)
    for (const way of ['oneOf', 'anyOf']) if (Array.isArray(kept[way])) kept[way] = [...kept[way], NULL];
  return kept;
}

function references(value: Json, found: Set<string>): void {
  if (Array.isArray(value)) for (const item of value) references(item, found);
  else if (value !== null && typeof value === 'object') {
    for (const [key, item] of Object.entries(value)) {
      if (key === '$ref' && typeof item === 'string') found.add(item);
      else references(item, found);
    }
  }
}

function withoutDescriptions(responses: unknown): void {
  if (typeof responses !== 'object' || responses === null) return;
  for (const response of Object.values(responses)) if (!('$ref' in response)) response.description = '';
}

const OPERATION = z.object({ responses: z.unknown() });
const whole = download();
const paths: { [key: string]: Json } = {};
for (const [path, methods] of Object.entries(OPERATIONS)) {
  const operations = whole.paths[path];
  if (operations === undefined) throw new Error(`GitHub's description no longer has ${path}`);
  paths[path] = Object.fromEntries(methods.map((method) => [method, strip(operations[method] ?? null)]));
}
const components: { [kind: string]: { [name: string]: Json } } = {};
const pending = new Set<string>();
references(paths, pending);
for (const reference of pending) {
  const [, , kind = '', name = ''] = reference.split('/');
  const source = whole.components[kind]?.[name];
  if (source === undefined) throw new Error(`${reference} leads nowhere`);
  const part = strip(source);
  components[kind] = { ...components[kind], [name]: part };
  references(part, pending);
}
for (const [, item] of Object.entries(paths)) {
  for (const operation of Object.values(item ?? {})) withoutDescriptions(OPERATION.parse(operation).responses);
}
withoutDescriptions(components.responses);
const cut = { openapi: whole.openapi, info: { title: 'GitHub REST, the part the desk uses', version: PACKAGE }, paths, components };
const target = join(import.meta.dirname, 'github.openapi.json');
writeFileSync(target, `${JSON.stringify(cut)}\n`);
process.stderr.write(`${target}: ${Object.keys(paths).length} paths\n`);
