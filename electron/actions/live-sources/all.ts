// Every live source there is.
import { GITHUB_ISSUES } from './github-issues.ts';
import type { LiveSource } from './live-source.ts';

export const ALL_SOURCES: readonly LiveSource[] = [GITHUB_ISSUES];
