// A real export does not belong in practice: said before one is chosen, with the way to the real desk.
export function PracticeOnly() {
  return (
    <p className="practice-only" role="note">
      <b>This is the practice desk.</b> Its cases are invented and its key lies in a plain file beside it. Real reports
      belong into a real desk: close this one, start Tier3 Desk with a home of its own (<code>--home FOLDER</code>) and
      choose “Set up the real desk” there.
    </p>
  );
}
