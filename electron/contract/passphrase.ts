// What every door asks of the passphrase of a new desk.

/** Characters. NIST SP 800-63B asks for 8 where guesses are counted; here nobody counts them. */
export const SHORTEST_PASSPHRASE = 12;
