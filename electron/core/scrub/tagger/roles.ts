// What part a word plays around a name or a number, coarsely: what holds for "caller" holds for "claimant", whoever writes.
import { LABEL_WORDS } from '../label-words.ts';
import { DOMAIN_WORDS } from '../names/domain-words.ts';

const ROLES: Readonly<Record<string, string>> = {
  title:
    'mr mrs ms miss mx dr doctor sgt ssgt msgt tsgt sergeant cpl corporal pvt pfc private capt captain maj major lt lieutenant col colonel gen general cdr cmdr commander chief rev reverend hon judge senator officer detective nurse sister father pastor chaplain prof professor aunt uncle cousin señor señora don doña',
  relative:
    'spouse wife husband widow widower son daughter mother mom mama father dad brother sister grandson granddaughter grandpa grandma grandfather grandmother nephew niece fiance fiancee kid child stepson stepdaughter stepmother stepfather partner guardian neighbor neighbour friend roommate buddy twin parent sibling family families household',
  person:
    'veteran veterans vet vets caller callers patient patients pt caregiver beneficiary claimant requester requestor customer client member contact user agent rep representative employee clinician provider physician pharmacist psychologist therapist social worker coordinator supervisor manager clerk clerk receptionist volunteer resident applicant dependent payee fiduciary attorney lawyer poc examiner technician tech admin engineer tester reviewer approver author owner assignee delegate signer witness recipient sender subscriber attendee attendees participant student teacher trainer driver landlord employer soldier sailor marine airman survivor deceased decedent minor adult gentleman lady guy man woman person people',
  say: 'said says say saying stated states stating reported reports told tells tell asked asks ask asking called calls calling phoned phones wrote writes emailed emails texted messaged answered replied replies claims claimed mentioned explained complained insists insisted swears thinks thought believes knows knew wants wanted needs needed requested requests tried tries gave gives sent sends spoke spoken speaks talked talks met saw visited lives lived works worked stays came comes went left returned confirmed verified identified signed served passed died married born wishes hopes agreed agrees denied denies declined refused pinged paged rang dialed contacted reached',
  greet:
    'hi hello hey dear morning afternoon evening night regards respectfully sincerely thanks thank cheers best yours truly warmly cordially love blessings welcome bye goodbye kudos congrats gracias hola greetings attn cc bcc fyi from to re fw fwd',
  link: 'for with by of about regarding re per via through against behind beside without w than as at on in into onto under over near',
  mine: 'my his her their our your the this that these those a an another same other each every some any no',
  be: "is was are am were be been being it's its he's she's i'm i that's who's name's isn't wasn't aren't",
  and: 'and or nor but & plus y und et vs versus aka alias then',
  who: 'who whom whose he she they him them we us you me it i myself himself herself',
  named:
    'name names named called known nicknamed goes spelled spelling maiden surname nickname initials alias login username first last middle full legal preferred signature signed',
  month:
    'january february march april may june july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec',
  day: 'monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thurs fri sat sun today yesterday tomorrow tonight weekend week month year',
  place:
    'city town county state street avenue road fort camp base port clinic hospital vamc cboc center centre facility office building ward floor room bed unit site station church school university college county river lake creek mountain island bay highway bridge battle ship uss hurricane gulf north south east west',
  thing:
    'page site app screen button form link list tab menu field box card report letter message file test build branch server service job error token browser version release update feature team project ticket case record chart scale score syndrome disease test protocol act bill bank store company brand model machine phone tablet laptop',
};

const roles = new Map<string, string>();
for (const [role, words] of Object.entries(ROLES))
  for (const word of words.split(' ')) if (!roles.has(word)) roles.set(word, role);

/** The part a word plays; of labels, what they announce; empty for a word that says nothing. */
export function roleOf(lower: string): string {
  const role = roles.get(lower);
  if (role !== undefined) return role;
  const label = LABEL_WORDS.get(lower);
  if (label !== undefined) return `:${label.type}`;
  return DOMAIN_WORDS.has(lower) ? 'trade' : '';
}
