// Finds the keywords of a lexicon in the words of a report. Words match by prefix ("immuniz" finds immunizations), with
// at most one typo ("refil", "recipiants"), and the words of a phrase must be near each other.

export interface Cue {
  /** The entry of the lexicon it belongs to. */
  readonly entry: number;
  readonly weight: number;
  readonly words: readonly string[];
  readonly text: string;
}

export interface Word {
  readonly text: string;
  /** 1, or less in a clause about what was tried or does work. */
  readonly counts: number;
}

const NEAR_WORDS = 4;
const LITTLE_WORD = 3;
/** In shorter words, a typo cannot be told from another word. */
const SLIP_FROM = 5;
/** A word of the lexicon up to this length must match whole. */
const WHOLE = 4;
const MOST_REMEMBERED = 10_000;
const PASSING = 0.5;
const ASIDE_COUNTS = 0.35;
const NONE: readonly Cue[] = [];

/** A clause like "cleared cache", "shows in JLV", "the phone line worked" names something that does not fail. */
const IN_PASSING =
  /\b(?:works?|worked|fine|ok|okay|intact|clean|jlv|cprs|vista|cleared|tried|verified|confirmed|cache|cookies)\b/;
const DENIED = /\b(?:not|never|no|cannot|unable|\w+n'?t|fails?|failed|error)\b/;

/** "After I sign in the list is empty", "labs from my last appointment": when or where it happened, not what fails. */
const ASIDE =
  /\b((?:after|once|when|whenever|upon|before|since) (?:(?:i|he|she|they|you|we|the|vet|veteran|user|pt) ){0,2}(?:(?:sign|log)(?:s|ed|ged|ing|ging)?[ -]?(?:in|on|into|onto)|login|sign-in)\b|\b(?:i|he|she|they|vet|user) (?:can )?(?:sign|log)(?:s|ged|ed)? ?(?:in|on) ?(?:fine|ok|and|then|,)|(?:from|at|before|after|during|since|of) (?:my|his|her|their|the|an?|our|this|that|last|recent|latest) (?:\w+ )?(?:appointments?|appts?|visits?)\b)/;

/** "Screenshot attached": what came with the report is not what the report is about. */
const ENCLOSED =
  /\b(?:screen ?shots?|screen prints?|snips?|pictures?|photos?|images?|files?|details|logs?|see|please see|pls see) (?:is |are |was |were )?(?:attached|enclosed|attachments?)\b|\battached (?:is|are|please find|a screen ?shot|screen ?shots?)\b/g;

/** Words in lowercase without punctuation: "X-ray" is xray, "ID.me" is idme. */
export function wordsOf(text: string): string[] {
  return text
    .toLowerCase()
    .replace(/\[[^\]]*\]/g, ' ')
    .replace(/(?<=\w)[-.'’](?=\w)/g, '')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
}

/** The words of a report with their weights. */
export function weighedWords(text: string): Word[] {
  return text
    .toLowerCase()
    .replaceAll('’', "'")
    .replace(ENCLOSED, ' ')
    .split(/[;!?\n,]+|\.(?=\s|$)|\b(?:but|though|although|while|however)\b/)
    .flatMap((clause) => {
      const counts = IN_PASSING.test(clause) && !DENIED.test(clause) ? PASSING : 1;
      // Split with its one group, every second part is an aside.
      return clause
        .split(ASIDE)
        .flatMap((part, at) =>
          wordsOf(part).map((word) => ({ text: word, counts: at % 2 === 1 ? ASIDE_COUNTS * counts : counts })),
        );
    });
}

export class CueTable {
  /** Cues by their first word: a short one whole, a longer one by its first letters. Under a short word stand both. */
  readonly #byWord = new Map<string, Cue[]>();
  readonly #byStart = new Map<string, Cue[]>();
  readonly #known = new Set<string>();
  /** A word less one letter → the word. */
  readonly #slips = new Map<string, string>();
  /** Word → its word in the lexicon, cached: 100,000 cases use the same few words again and again. */
  readonly #corrected = new Map<string, string>();

  constructor(entries: readonly { readonly cues: Readonly<Record<string, string | undefined>> }[]) {
    for (const [entry, { cues }] of entries.entries()) {
      for (const [weight, texts] of Object.entries(cues)) {
        for (const text of (texts ?? '').split(', '))
          this.#add({ entry, weight: Number(weight), words: wordsOf(text), text });
      }
    }
    for (const [word, cues] of this.#byWord) cues.push(...(this.#byStart.get(word.slice(0, WHOLE)) ?? []));
  }

  #add(cue: Cue): void {
    const [first = ''] = cue.words;
    const keys = first.length <= WHOLE ? [first, `${first}s`] : [first.slice(0, WHOLE)];
    const table = first.length <= WHOLE ? this.#byWord : this.#byStart;
    for (const key of keys) table.set(key, [...(table.get(key) ?? []), cue]);
    for (const word of cue.words) {
      this.#known.add(word);
      if (word.length > SLIP_FROM) for (const less of lessOneLetter(word)) this.#slips.set(less, word);
    }
  }

  /** The word of the lexicon that a misspelled word stands for; else the word itself. */
  corrected(word: string): string {
    if (word.length < SLIP_FROM || this.#known.has(word)) return word;
    let meant = this.#corrected.get(word);
    if (meant === undefined) {
      if (this.#corrected.size >= MOST_REMEMBERED) this.#corrected.clear();
      meant = this.#correct(word);
      this.#corrected.set(word, meant);
    }
    return meant;
  }

  #correct(word: string): string {
    for (const known of beginnings(word)) if (this.#known.has(known)) return word;
    for (const form of word.endsWith('s') ? [word, word.slice(0, -1)] : [word]) {
      const meant =
        this.#slips.get(form) ??
        lessOneLetter(form)
          .map((less) => this.#slips.get(less))
          .find(Boolean);
      if (meant !== undefined && Math.abs(meant.length - form.length) <= 1 && meant[0] === word[0]) return meant;
    }
    return word;
  }

  #startingWith(word: string): readonly Cue[] {
    return this.#byWord.get(word) ?? this.#byStart.get(word.slice(0, WHOLE)) ?? NONE;
  }

  /**
   * The cues that stand in the words, each once, with what it counts there. Of cues of one entry that share a word only
   * the heaviest counts: "list of prescriptions" says no more than itself.
   */
  find(words: readonly Word[]): Map<Cue, number> {
    const found: { cue: Cue; counts: number; places: readonly number[] }[] = [];
    for (let at = 0; at < words.length; at += 1) {
      for (const cue of this.#startingWith(words[at]?.text ?? '')) {
        const places = placesOf(cue, words, at);
        if (places !== null) found.push({ cue, counts: cue.weight * (words[at]?.counts ?? 1), places });
      }
    }
    found.sort((a, b) => b.counts - a.counts || b.places.length - a.places.length);
    const told = new Map<Cue, number>();
    const taken = new Set<number>();
    for (const { cue, counts, places } of found) {
      const first = cue.entry * words.length;
      if (told.has(cue) || places.some((at) => taken.has(first + at))) continue;
      told.set(cue, counts);
      for (const at of places) taken.add(first + at);
    }
    return told;
  }
}

function lessOneLetter(word: string): string[] {
  return Array.from(word, (_, at) => word.slice(0, at) + word.slice(at + 1));
}

function beginnings(word: string): string[] {
  return Array.from({ length: word.length - SLIP_FROM + 1 }, (_, more) => word.slice(0, SLIP_FROM + more));
}

/** The positions of the words of a keyword that begins at `at`; null if it does not. */
function placesOf({ words: wanted }: Cue, words: readonly Word[], at: number): number[] | null {
  if (!begins(words[at]?.text, wanted[0] ?? '')) return null;
  const places = [at];
  let last = at;
  for (let index = 1; index < wanted.length; index += 1) {
    // After a function word the next must follow directly: "to list", not "to see their list".
    const reach = (wanted[index - 1] ?? '').length <= LITTLE_WORD ? 1 : NEAR_WORDS;
    const end = last + reach;
    last += 1;
    while (last <= end && !begins(words[last]?.text, wanted[index] ?? '')) last += 1;
    if (last > end) return null;
    places.push(last);
  }
  return places;
}

/** A short word must match whole; a longer one by its beginning, so that endings and plurals do not matter. */
export function begins(word: string | undefined, want: string): boolean {
  if (word === undefined) return false;
  return want.length <= WHOLE ? word === want || word === `${want}s` : word.startsWith(want);
}
