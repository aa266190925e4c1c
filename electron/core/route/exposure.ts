// The ways people say that they see what is not theirs, or that somebody got in where he should not: who, what, and how
// the two stand together. Patterns are matched against small letters and single spaces, without marks: "someone else's"
// is "someone elses".

const PERSON =
  '(?:veteran|vet|patient|pt|person|user|man|woman|lady|guy|gentleman|individual|member|people|someone|somebody)';
const OTHER = `(?:some(?:one|body) elses?|some other \\w+|an?other ${PERSON}s?|other ${PERSON}s?|(?:a |the )?(?:different|wrong) ${PERSON}s?|a strangers?|strangers?|unknown ${PERSON}s?)`;
const KIN =
  '(?:brother|sister|wife|husband|son|daughter|father|mother|dad|mom|neighbor|spouse|roommate|uncle|cousin|ex wife|ex husband|ex|stepson|twin)';
const THING =
  '(?:records?|information|info|data|messages?|accounts?|names?|appointments?|prescriptions?|medications?|meds|medicines?|list|labs?|results?|charts?|files?|reports?|notes?|images?|x ?rays?|scans?|letters?|profile|inbox|phi|pii|ssn|address|history|tests?|health|portal|page|details|documents?|summary|summaries|bloodwork|pills|drugs|allergies|vaccines?|vitals|conversations?|threads?|stuff|paperwork|refills)';
/** "Not his", and not "not his first call". */
const OF_MINE =
  '(?:mine|me|him|hers|theirs|them|(?:his|her)(?! (?:first|second|third|last|current|usual|own|primary|regular|old|new|only|real|main|full|correct|problem|fault|issue|call|doctor|provider|pharmacy|facility|clinic|team)\\b))';
const IS_NOT = '(?:(?:is|are|was|were|its|thats|shes|hes|theyre) not|isnt|arent|wasnt|werent)';
const NOT_KNOW =
  '(?:do not|dont|does not|doesnt|did not|didnt|have never|has never|never) (?:know|recognize|recognise|heard of|met)';
/** Words between, unless they turn to another matter: "cannot see mine but someone else can". */
const gap = (most: number) => `(?:(?!(?:same|but|while|than|unlike|has|have|had|with|cannot|also)\\b)\\w+ ){0,${most}}`;

/** "Let someone else pick up my meds" tells of a person who does something, not of what is his. */
const NO_VERB =
  '(?!(?:picks?|picked|helps?|helped|gets?|got|takes?|took|calls?|called|uses?|opens?|opened|reads?|told|can|could|to|who|said|says|is|was|in|at|answered|replied|handles?|does|did|may|will|would)\\b)';

const any = (patterns: readonly string[]) => new RegExp(patterns.map((one) => `\\b${one}\\b`).join('|'));

export const EXPOSED_TO = any([
  // "another Veteran's medication list", "somebody else's messages"
  `${OTHER} ${NO_VERB}${gap(2)}${THING}`,
  `${THING} ${gap(1)}(?:is|are|was|were) ${OTHER}`,
  `(?:thats|shes|hes) not (?:me|mine|him|hers)`,
  // "prescriptions of a different Veteran", "PHI of another patient", "meant for someone else"
  `${THING} ${gap(5)}(?:of|for|from|to|belong(?:s|ing)? to|about) ${OTHER}`,
  `(?:belongs?|belonging|meant|intended|addressed|sent|mailed|released|delivered) (?:to|for) (?:the )?${OTHER}`,
  'patient a (?:\\w+ ){0,8}patient b',
  // "sees someone else's", "logged in as another Veteran"
  `(?:sees?|seeing|saw|shows?|showing|displays?|displaying|views?|viewing|received|got|into|as) ${gap(3)}${OTHER}`,
  // "the name at the top is not me", "those pills are not mine", "the SSN on the profile is not his"
  `(?:${THING}|social|dob|birth ?date|label|picture|that|this|those|these|she|he) ${gap(6)}${IS_NOT} (?:listed )?${OF_MINE}`,
  `${IS_NOT} (?:my|his|her|their) (?:name|${THING})`,
  `(?:not|isnt|arent) my (?:name|pills|records?|account)`,
  // "a message meant for John was sent to me", "shows my brother's records instead of mine", "greets me as"
  `(?:meant|intended|addressed) (?:for|to) (?:\\w+ ){0,4}(?:sent|came|delivered|went) to (?:me|him|her|us)`,
  `${KIN}s? ${gap(1)}${THING} instead of (?:mine|my|his|hers?|theirs?)`,
  '(?:greets|greeted|welcomes|welcomed) (?:me|him|her) as',
  // "my late father's medicines show up under my login", "it takes him to his brother's profile"
  `${KIN}s ${gap(1)}${THING} (?:\\w+ ){0,3}(?:in|on|under) (?:my|his|her|their) (?:own )?(?:account|login|list|page|profile|name|records?)`,
  `(?:lands?|landed|takes|took|taken|goes|went|logs|logged|signs|signed|brings|brought) (?:\\w+ ){0,3}(?:in|into|to|on) (?:my|his|her|their|the) ${KIN}s? (?:account|profile|records?|page|chart|inbox)`,
  `(?:into|up in|opens?|opened) (?:a |an |the )?(?:wrong|${OTHER}) (?:\\w+ )?(?:account|profile|chart|records?)`,
  // "a woman I do not know", "a name he does not recognize"
  `(?:${PERSON}|names?|address) (?:\\w+ ){0,2}?(?:that |who |whom )?(?:i|he|she|we|they|vet|veteran) ${NOT_KNOW}`,
  '(?:ladys|mans|womans|strangers|someones|guys) (?:name|birthday|records?|chart|labs?|results?|messages?|meds|prescriptions?)',
  `name and (?:\\w+ ){1,3}${IS_NOT} ${OF_MINE}`,
  `(?:mixed|merged|crossed|switched|swapped|commingled|combined) (?:up )?(?:with|between) (?:\\w+ )?(?:${OTHER}|${KIN}s?|two ${PERSON}s?)`,
  // "results of a woman. I am a man"
  `(?:woman|female)s? (?:\\w+ ){0,4}i am a (?:man|male)`,
  `(?:man|male)s? (?:\\w+ ){0,4}i am a (?:woman|female)`,
  `i am a (?:man|male) (?:\\w+ ){0,8}(?:woman|female|mammogram|pregnan\\w*)`,
]);

/** A name or a birthday that differs, where a record shows it; at sign-in it is only a mismatch. */
export const OTHER_NAME = any([
  `(?:different|another|other|strange) (?:\\w+ )?(?:middle |last |first )?(?:name|birthday|birth ?date|dob|date of birth|ssn) (?:\\w+ ){0,4}(?:at|on|in|top|page|record|report|label)`,
  `${THING} (?:\\w+ ){0,8}(?:different|another|other) (?:middle |last |first )?(?:name|birthday|birth ?date|dob|date of birth)`,
]);
export const SIGN_IN_WORDS = /\b(?:id ?me|login ?gov|ds logon|verif\w+|sign in|log in)\b/;

export const NAMED_INCIDENT = any([
  'privacy (?:breach|incident|violation|complaint|concern|issue)',
  'hipaa (?:violation|breach|concern)',
  '(?:phi|pii) (?:was |were |is |got )?(?:exposed|disclosed|disclosure|leak(?:ed)?|breach|spill(?:ed)?|visible|shown)',
  'data breach',
  'breach of (?:privacy|confidentiality|phi|pii|data)',
]);

/** An error page says "unauthorized" too. */
const NO_ERROR_PAGE =
  '(?<!(?:get|gets|got|getting|error|say|says|said|message|receives|received|shows|showing|code|reads|401|403) (?:\\w+ ){0,2})';
const OWN = '(?:my|his|her|their|the|this|an?)';

export const BROKEN_INTO = any([
  'hack(?:ed|er|ers|ing)',
  'phish(?:ed|ing)',
  'identity theft|stolen identity|stole my identity',
  'fraud(?:ulent(?:ly)?)?',
  'scam(?:med|mer)?',
  'malware|ransomware',
  'unauthori[sz]ed (?:login|log in|sign in|person|activity|changes?)',
  `${NO_ERROR_PAGE}unauthori[sz]ed (?:access|user)`,
  'account takeover',
  'security (?:breach|incident)',
  '(?:(?:account|system|site|portal|data) (?:was |has been |is )?)?breached',
  '(?:password|account) (?:was |has been |is )?(?:leaked|stolen|compromised)',
  'some(?:one|body) (?:else )?(?:has |had )?(?:logged|signed|got|has access|is using|accessed|changed|opened|created) (?:in|on|into|to|my|his|her|an account)?',
  `${KIN} (?:has |had |keeps )?(?:got|gets|getting|broke|hacked|logged|logs|signed|signs) (?:in )?(?:into|in to|to|onto) (?:my|his|her|the|their) (?:account|records|messages|mail|portal)`,
  // "meds ordered that he did not order", "changed without my knowledge"
  `(?:changed|ordered|sent|opened|created|made|requested) (?:that |which )?(?:\\w+ ){0,2}(?:i|he|she|we|they) (?:did not|didnt|never|have not|has not) (?:order|change|make|made|send|sent|open|request|create|authori[sz]e)\\w*`,
  `(?:changed|ordered|opened|used|accessed) (?:\\w+ ){0,3}without ${OWN} (?:knowledge|permission|consent|approval)`,
  '(?:was not|wasnt|not done by) me',
]);
