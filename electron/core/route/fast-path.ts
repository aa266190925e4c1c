// Reports that may not wait for their turn: somebody saw what is not theirs, or got in where they should not.
// What a queue calls it decides at once: "Security or privacy cases arrive with Area or Sub Area Security / Privacy".

const AREA = /\b(?:security|privacy)\b/i;
const OTHER =
  /(?:some(?:one|body) elses?|some other \w+|an?other (?:veteran|vet|patient|person|user|man|woman|individual|member)s?|other (?:veteran|patient|people|person|vet)s?|(?:a |the )?(?:different|wrong) (?:veteran|vet|patient|person|user|individual)s?|a strangers?|strangers?)/;
const THING =
  /(?:records?|information|info|data|messages?|account|names?|appointments?|prescriptions?|medications?|meds|medicines?|list|labs?|results?|charts?|files?|reports?|notes?|images?|x ?rays?|scans?|letters?|profile|inbox|phi|pii|ssn|address|history|tests?|health|portal|page|details|documents?|summary|summaries|bloodwork|chart|pills)/;
/** Words between, unless they turn to another matter: "cannot see mine but someone else can". */
const gap = (most: number) => `(?:(?!(?:same|but|while|than|unlike|has|have|had|with|cannot|also)\\b)\\w+ ){0,${most}}`;
const PRIVACY = new RegExp(
  [
    // "another Veteran's medication list", "somebody else's messages"
    `\\b${OTHER.source} ${gap(2)}${THING.source}\\b`,
    // "prescriptions of a different Veteran", "PHI of another patient", "meant for someone else"
    `\\b${THING.source} ${gap(5)}(?:of|for|from|to|belong(?:s|ing)? to|about) ${OTHER.source}\\b`,
    `\\b(?:belongs?|belonging|meant|intended|addressed|sent|mailed) (?:to|for) (?:the )?${OTHER.source}\\b`,
    // "sees someone else's", "logged in as another Veteran"
    `\\b(?:sees?|seeing|saw|shows?|showing|displays?|displaying|views?|viewing|received|got|into|as) ${gap(3)}${OTHER.source}\\b`,
    `\\b(?:is|are|was|were|its) not (?:my|his|her|their) (?:name|records?|medications?|meds|pills|prescriptions?|labs?|results?|information|messages?|account)\\b`,
    // "a message meant for John was sent to me", "shows my brother's records instead of mine", "greets me as"
    `\\b(?:meant|intended|addressed) (?:for|to) (?:\\w+ ){0,4}(?:sent|came|delivered|went) to (?:me|him|her|us)\\b`,
    `\\b(?:brother|sister|wife|husband|son|daughter|father|mother|neighbor|spouse)s ${THING.source} instead of (?:mine|my|his|hers?|theirs?)\\b`,
    `\\b(?:greets|greeted|welcomes|welcomed) (?:me|him|her) as\\b`,
    // "the SSN displayed on the profile is not his"
    `\\b(?:ssn|social|dob|birth ?date|name|records?|medications?|labs?|messages?|prescriptions?) ${gap(6)}(?:is|are|was|were) not (?:mine|his|hers|theirs)\\b`,
    `\\bnot my (?:name|pills|records?|account)\\b`,
    `\\b(?:those|these) are not (?:mine|my|his|hers|her)\\b`,
    `\\b(?:that|this) is not (?:me|mine|him|her|his|hers)\\b`,
    `\\b(?:ladys|mans|womans|strangers|someones) name\\b`,
    `\\bname and (?:\\w+ ){1,3}are not (?:mine|his|hers|theirs)\\b`,
    `\\b(?:privacy (?:breach|incident|violation|complaint|concern|issue)|hipaa (?:violation|breach|concern)|(?:phi|pii) (?:exposed|disclosed|disclosure|leak(?:ed)?|breach|spill(?:ed)?|visible|shown)|data breach|breach of (?:privacy|confidentiality|phi|pii|data))\\b`,
  ].join('|'),
);
const SECURITY =
  /\b(?:hack(?:ed|er|ing)|phish(?:ed|ing)|identity theft|stolen identity|stole my identity|fraud(?:ulent(?:ly)?)?|scam(?:med|mer)?|malware|ransomware|unauthori[sz]ed (?:access|login|log in|sign in|person|user|activity|change)|account takeover|security (?:breach|incident)|(?:account|system|site|portal|data) (?:was |has been |is )?breached|breached|password (?:leak(?:ed)?|stolen)|some(?:one|body) (?:else )?(?:has |had )?(?:logged|signed|got|has access|is using|accessed|changed|opened|created) (?:in|on|into|to|my|his|her|an account)?|(?:ex|ex wife|ex husband|wife|husband|son|daughter|brother|sister|neighbor|roommate) (?:got|gets|broke|hacked) into (?:my|his|her|the) (?:account|records|messages|mail))\b/;
/** Who asks for a course, a link or a policy reports nothing. */
const ASKS =
  /\b(?:training|trainings|course|courses|refresher|module|webinar|privacy policy|privacy practices|privacy notice|awareness|phishing (?:test|exercise|simulation)|hold)\b/;

/** "Other Veterans report the same" tells of a trend, not of what was seen. */
const SAME_ELSEWHERE =
  /\b(?:other|another|different) (?:veterans?|vets?|patients?|users?|people|callers?) (?:also )?(?:(?:reports?|reported|notes?|noted|says?|said) (?:the|that|this|same|it|a|similar)|(?:has|have|had|with|see|sees) (?:the same|this|that|similar))\b/g;

/** The tag of the fast path; null for the ordinary way. Scrubbed text; `area` is what the agent picked. */
export function fastPath(scrubbedText: string, area: string | null = null): 'privacy' | 'security' | null {
  const text = scrubbedText
    .toLowerCase()
    .replace(/\[[^\]]*\]/g, ' ')
    .replace(/(?<=\w)['’](?=\w)/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .replace(SAME_ELSEWHERE, ' ');
  if (PRIVACY.test(text)) return 'privacy';
  const asks = ASKS.test(text);
  if (!asks && SECURITY.test(text)) return 'security';
  return !asks && area !== null && AREA.test(area) ? 'privacy' : null;
}
