// Reports that may not wait for their turn: somebody saw what is not theirs, or got in where they should not.

const PRIVACY =
  /\b(?:(?:some(?:one|body) else'?s|another (?:veteran|patient|person|user)'?s?|other (?:veteran|patient|people)'?s|wrong (?:veteran|patient|person)'?s?) (?:\w+ ){0,2}(?:records?|information|info|data|messages?|account|name|appointments?|prescriptions?|labs?|results?|chart|file)|privacy (?:breach|incident|violation|complaint)|hipaa)\b/i;
const SECURITY =
  /\b(?:hack(?:ed|er|ing)|phish(?:ed|ing)|identity theft|stolen identity|fraud(?:ulent)?|scam(?:med|mer)?|malware|ransomware|unauthori[sz]ed access|account takeover|breach(?:ed)?|password (?:leak|stolen))\b/i;

/** The tag of the fast path; null for the ordinary way. */
export function fastPath(scrubbedText: string): 'privacy' | 'security' | null {
  if (PRIVACY.test(scrubbedText)) return 'privacy';
  return SECURITY.test(scrubbedText) ? 'security' : null;
}
