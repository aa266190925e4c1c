// What is released, and how far ahead its notice is filed (the contact center's form).

export const RELEASE_SCOPES = ['service', 'feature'] as const;
export type ReleaseScope = (typeof RELEASE_SCOPES)[number];
export const SCOPE_NAMES: Readonly<Record<ReleaseScope, string>> = {
  service: 'New service',
  feature: 'New or changed feature',
};
export const WEEKS_AHEAD: Readonly<Record<ReleaseScope, number>> = { service: 4, feature: 2 };

/** What the number of a notice begins with, by which it is told from a case. */
export const NOTICE = 'release-';

export function isReleaseNotice(reference: string): boolean {
  return reference.startsWith(NOTICE);
}
