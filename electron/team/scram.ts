// The SCRAM verifier that PostgreSQL stores for a password, computed here so that the password itself never reaches the
// server or its log (RFC 5802; PostgreSQL, "Password Authentication").
import { createHash, createHmac, pbkdf2Sync, randomBytes } from 'node:crypto';

/**
 * Many more rounds would slow down every sign-in; the passwords are 32 random bytes, which cannot be guessed anyway.
 */
const ROUNDS = 4_096;

export function newPassword(): string {
  return randomBytes(32).toString('base64url');
}

/** For ASCII passwords only, as created by `newPassword`: others would have to be normalized first. */
export function scramVerifier(password: string): string {
  const salt = randomBytes(16);
  const salted = pbkdf2Sync(password, salt, ROUNDS, 32, 'sha256');
  const mac = (text: string) => createHmac('sha256', salted).update(text).digest();
  const storedKey = createHash('sha256').update(mac('Client Key')).digest('base64');
  return `SCRAM-SHA-256$${ROUNDS}:${salt.toString('base64')}$${storedKey}:${mac('Server Key').toString('base64')}`;
}
