// The calls of the privacy review: the findings, a person's decisions on them, and the ways a case leaves the desk as
// text.
import { z } from 'zod';
import { actId, caseId, ruleId } from '../core/domain/ids.ts';
import { defineAct, defineRead } from './define-call.ts';
import * as shape from './schemas.ts';

const nothing = z.object({});
const one = z.object({ id: caseId });
const span = z.object({ caseId, start: z.int().min(0), end: z.int().min(1) });

export const REVIEW_CALLS = {
  'scrub.text': defineRead(
    z.object({ text: z.string() }),
    z.object({ text: z.string(), findings: z.array(shape.finding) }),
    [],
  ),
  'findings.decide': defineAct(
    span.extend({ decision: z.enum(['confirm', 'clear', 'add', 'forget']), type: shape.piiType.optional() }),
    shape.caseDetail.extend({ actId }),
    ['cases'],
  ),
  /** Cases a person reviewed, as received, with the PII in them; `isOpen`: no decision yet. */
  'review.examples': defineRead(
    nothing,
    z.object({
      examples: z.array(
        z.object({
          text: z.string(),
          spans: z.array(z.object({ start: z.number(), end: z.number(), type: shape.piiType, isOpen: z.boolean() })),
        }),
      ),
    }),
    [],
  ),
  'rules.list': defineRead(nothing, z.object({ rules: z.array(shape.deskRule) }), ['settings']),
  'rules.make': defineAct(
    span.extend({ kind: z.enum(['allow', 'deny']), type: shape.piiType }),
    z.object({ id: ruleId, changed: z.number(), actId }),
    ['cases', 'settings'],
  ),
  /** How many other cases contain the same text. */
  'rules.reach': defineRead(span, z.object({ others: z.number() }), []),
  'rules.drop': defineAct(z.object({ id: ruleId }), z.object({ changed: z.number() }), ['cases', 'settings']),
  'cases.rescrub': defineAct(
    nothing,
    z.object({ scrubbed: z.number(), changed: z.array(z.object({ reference: z.string(), change: z.string() })) }),
    ['cases'],
  ),
  'cases.export': defineAct(
    z.object({ caseIds: z.array(caseId).min(1) }),
    z.object({ name: shape.scrubbedText, csv: shape.fileText, rows: z.number(), masked: z.array(shape.maskedColumn) }),
    ['cases'],
  ),
  'notes.add': defineAct(one.extend({ text: z.string().trim().min(1).max(20_000) }), z.object({ actId }), ['cases']),
  'notes.copy': defineRead(
    z.object({ caseId, actId }),
    z.object({ text: shape.scrubbedText, masked: z.boolean() }),
    [],
  ),
  'cases.copy': defineAct(one, z.object({ text: shape.scrubbedText, masked: z.boolean() }), ['cases']),
} as const;
