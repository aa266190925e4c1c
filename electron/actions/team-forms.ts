// Which form a team's tickets use, and whether a form can be used.
import { z } from 'zod';
import { ownForm } from '../contract/form-calls.ts';
import { defaultForm } from '../core/compose/default-forms.ts';
import { unknownVariables } from '../core/compose/fill-form.ts';
import { PII_TYPES } from '../core/domain/pii.ts';
import type { TicketForm, TicketKind } from '../core/domain/ticket-kinds.ts';
import { checkPii } from '../core/scrub/pii-check.ts';
import { listRules } from '../store/cases/desk-rules.ts';
import type { Db } from '../store/db.ts';
import { readSetting } from '../store/settings.ts';
import { findTeam, knownLogins } from '../store/tickets/directory.ts';

export const FORMS_SETTING = 'ticket-forms';
const ownForms = z.array(ownForm);
/** What a data request may include of a case: its details go by encrypted mail only. */
const IN_DATA_REQUESTS: ReadonlySet<string> = new Set(['number', 'numbers', 'team', 'reported', 'source']);

/** Forms customized by a team; the others are the defaults. */
export function readOwnForms(db: Db): z.output<typeof ownForms> {
  return readSetting(db, FORMS_SETTING, ownForms, []);
}

export function formOf(db: Db, team: string | null, kind: TicketKind): TicketForm {
  const own = readOwnForms(db).find((one) => one.team === team && one.kind === kind);
  return own?.form ?? defaultForm(kind, team === null ? null : findTeam(db, team));
}

/**
 * What keeps a form from being used, as a message; null when nothing does. Its text goes into every ticket of the team.
 */
export function problemWith(db: Db, kind: TicketKind, form: TicketForm): string | null {
  for (const place of ['title', 'body'] as const) {
    const piiCheck = checkPii(form[place], { cleared: knownLogins(db), rules: listRules(db) });
    if (piiCheck.clean) continue;
    const kinds = [...new Set(piiCheck.findings.map(({ type }) => PII_TYPES[type]))].join(', ');
    return `Every ticket of the team would contain it: ${kinds} found in the ${place}. Take it out.`;
  }
  const unknown = unknownVariables(form);
  if (unknown.length > 0) return `Nothing stands for ${unknown.map((name) => `{{${name}}}`).join(', ')}.`;
  if (!/\{\{ ?numbers ?\}\}/.test(form.body))
    return 'A ticket carries its record numbers: write {{numbers}} into the body.';
  if (kind !== 'data-request') return null;
  const named = [...`${form.title}\n${form.body}`.matchAll(/\{\{ ?(\w{1,40}) ?\}\}/g)].map((match) => match[1] ?? '');
  const tells = named.find((name) => !IN_DATA_REQUESTS.has(name));
  return tells === undefined ? null : `A data request contains no details of the case; take {{${tells}}} out.`;
}
