// Branded ids: a case id cannot be passed where a ticket id is expected. All are UUIDv7.
import { z } from 'zod';

export const caseId = z.uuid().brand<'CaseId'>();
export type CaseId = z.infer<typeof caseId>;

export const ticketId = z.uuid().brand<'TicketId'>();
export type TicketId = z.infer<typeof ticketId>;

export const entryId = z.uuid().brand<'EntryId'>();
export type EntryId = z.infer<typeof entryId>;

/** A row of the activity: what happened to one case. */
export const activityId = z.uuid().brand<'ActivityId'>();
export type ActivityId = z.infer<typeof activityId>;

/** What was done at one stroke, on all its rows of the activity: what undo takes. */
export const actId = z.uuid().brand<'ActId'>();
export type ActId = z.infer<typeof actId>;

export const ruleId = z.uuid().brand<'RuleId'>();
export type RuleId = z.infer<typeof ruleId>;

export const templateId = z.uuid().brand<'TemplateId'>();
export type TemplateId = z.infer<typeof templateId>;
