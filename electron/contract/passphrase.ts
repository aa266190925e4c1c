// The requirements for the passphrase of a new desk.

/** Characters. NIST SP 800-63B requires 8 where guesses are limited; here nothing limits them. */
export const SHORTEST_PASSPHRASE = 12;
