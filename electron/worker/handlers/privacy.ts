// The handlers of privacy incidents and of details handed over.

import { noteHandedOver } from '../../actions/follow-up/secure-mail.ts';
import { planIncident, redactTicket } from '../../actions/review/privacy-incident.ts';
import type { Handlers } from '../../contract/calls.ts';
import type { PRIVACY_CALLS } from '../../contract/privacy-calls.ts';
import type { Desk } from './desk.ts';

export function privacyHandlers({ ctx, sync }: Desk): Handlers<keyof typeof PRIVACY_CALLS> {
  return {
    'incident.plan': (input) => planIncident(ctx, input),
    'incident.redact': (input) => {
      const redacted = redactTicket(ctx, input);
      sync.wake();
      return redacted;
    },
    'details.handedOver': (input) => noteHandedOver(ctx, input),
  };
}
