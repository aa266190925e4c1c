// What is released, and how far ahead the contact center's form asks for a notice.

export const RELEASE_SCOPES = ['service', 'feature'] as const;
export type ReleaseScope = (typeof RELEASE_SCOPES)[number];
export const SCOPE_NAMES: Readonly<Record<ReleaseScope, string>> = {
  service: 'New service',
  feature: 'New or changed feature',
};
export const WEEKS_AHEAD: Readonly<Record<ReleaseScope, number>> = { service: 4, feature: 2 };

/** The prefix that tells the number of a release notice from that of a case. */
export const NOTICE = 'release-';

export function isReleaseNotice(reference: string): boolean {
  return reference.startsWith(NOTICE);
}
