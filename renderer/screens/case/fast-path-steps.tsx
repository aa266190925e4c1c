// What to do about a security or privacy case: whom to tell, and the facts to have ready, in the order they are asked
// for. "Report to the local Privacy Officer or privacyservice@va.gov; have ready: name, phone, location, date, what was
// disclosed, what happened, encrypted or not."

const PRIVACY_SERVICE = 'privacyservice@va.gov';
const FACTS = [
  'Your name and phone',
  'Where it happened',
  'The date',
  'What was disclosed',
  'What happened, step by step',
  'Whether it was encrypted',
];

export function FastPathSteps() {
  return (
    <section className="card" aria-label="Security or privacy: what to do">
      <header>
        <h3>Security or privacy: do not wait</h3>
        <span>first response within the hour</span>
      </header>
      <ol className="steps">
        <li>
          Tell the local Privacy Officer, or <b>{PRIVACY_SERVICE}</b>. Send details only by encrypted VA email.
        </li>
        <li>Have ready: {FACTS.join(' · ')}.</li>
        <li>
          Keep names and screenshots out of the ticket, Slack and this desk's comments: the record number is enough.
        </li>
        <li>Note here that it was told, when and to whom; never what.</li>
      </ol>
    </section>
  );
}
