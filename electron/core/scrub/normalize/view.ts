// A text as it reads, with the way back to the text as it was written. Each rewrite keeps, for every character of the
// view, the span of the original that it stands for.

export interface View {
  readonly text: string;
  /** The span of the original under a span of the view. */
  readonly original: (start: number, end: number) => { start: number; end: number };
}

/** One kind of disguise: where it may stand, and what is read there. */
export interface Rewrite {
  /** Cheap and true of few texts: spares the rest the search. */
  readonly needs: RegExp;
  /** Global and linear. */
  readonly pattern: RegExp;
  /** What is read in place of a match; null leaves it as it is. */
  readonly read: (match: RegExpExecArray, text: string) => string | null;
}

interface Mapped {
  readonly text: string;
  /** Where each character of the text begins and ends in the original; null when the text is the original. */
  readonly starts: Uint32Array | null;
  readonly ends: Uint32Array | null;
}

/** Applies the rewrites in order. Text without a disguise is returned as it is, at the cost of looking. */
export function viewOf(text: string, rewrites: readonly Rewrite[]): View {
  let mapped: Mapped = { text, starts: null, ends: null };
  for (const rewrite of rewrites) if (rewrite.needs.test(mapped.text)) mapped = apply(mapped, rewrite);
  const { starts, ends } = mapped;
  return {
    text: mapped.text,
    original: (start, end) =>
      starts === null || ends === null
        ? { start, end }
        : {
            start: starts[start] ?? text.length,
            end: end > start ? (ends[end - 1] ?? text.length) : (starts[end] ?? text.length),
          },
  };
}

function apply(mapped: Mapped, { pattern, read }: Rewrite): Mapped {
  const { text } = mapped;
  const edits: { start: number; end: number; read: string }[] = [];
  let length = text.length;
  pattern.lastIndex = 0;
  for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
    if (match[0] === '') {
      pattern.lastIndex += 1;
      continue;
    }
    const instead = read(match, text);
    if (instead === null || instead === match[0]) continue;
    edits.push(...editsFor(match[0], match.index, instead));
    length += instead.length - match[0].length;
  }
  return edits.length === 0 ? mapped : rebuild(mapped, edits, length);
}

/** What only goes around something leaves that where it is: of `**Ann**` two pairs of stars are taken out. */
function editsFor(match: string, start: number, read: string): { start: number; end: number; read: string }[] {
  const end = start + match.length;
  const inside = read === '' ? -1 : match.indexOf(read);
  if (inside < 0) return [{ start, end, read }];
  const [from, to] = [start + inside, start + inside + read.length];
  return [
    ...(from > start ? [{ start, end: from, read: '' }] : []),
    ...(to < end ? [{ start: to, end, read: '' }] : []),
  ];
}

function rebuild(
  { text, starts, ends }: Mapped,
  edits: readonly { start: number; end: number; read: string }[],
  length: number,
): Mapped {
  const [newStarts, newEnds] = [new Uint32Array(length), new Uint32Array(length)];
  const pieces: string[] = [];
  let [from, to] = [0, 0];
  const copyUntil = (end: number) => {
    pieces.push(text.slice(from, end));
    for (; from < end; from += 1, to += 1) {
      newStarts[to] = starts?.[from] ?? from;
      newEnds[to] = ends?.[from] ?? from + 1;
    }
  };
  for (const edit of edits) {
    copyUntil(edit.start);
    const start = starts?.[edit.start] ?? edit.start;
    const end = ends?.[edit.end - 1] ?? edit.end;
    newStarts.fill(start, to, to + edit.read.length);
    newEnds.fill(end, to, to + edit.read.length);
    to += edit.read.length;
    pieces.push(edit.read);
    from = edit.end;
  }
  copyUntil(text.length);
  return { text: pieces.join(''), starts: newStarts, ends: newEnds };
}
