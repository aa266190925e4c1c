// GitHub's sign-in by device, as the stand-in plays it: a code at once, and the token once a person has said yes.

import { z } from 'zod';
import type { PlainAnswer, PlainRequest } from './http-messages.ts';

/** Ids of apps that the stand-in knows. */
export const PRACTICE_CLIENT = 'Iv1.practice';

export interface DeviceDesk {
  /** What the person at GitHub has said to the code so far; may be set. */
  decision: 'waiting' | 'yes' | 'no' | 'too-late';
  /** Null where the request is none of signing in. */
  answer(request: PlainRequest): PlainAnswer | null;
}

const ERRORS = { waiting: 'authorization_pending', no: 'access_denied', 'too-late': 'expired_token' } as const;

const FORM = z.object({ client_id: z.string().optional(), device_code: z.string().optional() }).catch({});

export function createDeviceDesk(): DeviceDesk {
  const secret = 'practice-device-secret';
  const desk: DeviceDesk = {
    decision: 'waiting',
    answer({ method, path, body }) {
      const { client_id: client, device_code: given } = FORM.parse(body ?? {});
      if (method !== 'POST') return null;
      if (path === '/login/device/code') {
        if (client !== PRACTICE_CLIENT) return { status: 404, body: { error: 'Not Found' } };
        const code = { device_code: secret, user_code: 'WDJB-MJHT', expires_in: 899, interval: 1 };
        return { status: 200, body: { ...code, verification_uri: 'https://github.com/login/device' } };
      }
      if (path !== '/login/oauth/access_token') return null;
      // As GitHub does: no is said with status 200.
      if (given !== secret) return { status: 200, body: { error: 'incorrect_device_code' } };
      if (desk.decision !== 'yes') return { status: 200, body: { error: ERRORS[desk.decision], interval: 1 } };
      return { status: 200, body: { access_token: 'practice-by-device', token_type: 'bearer', scope: 'repo,project' } };
    },
  };
  return desk;
}
