// Answers of a service, read up to a size: what answers may be anything, and one without an end would fill the memory of the desk.

export const LARGEST_ANSWER = 32 * 1024 * 1024;

/** The message is for the lead. */
class AnswerTooLarge extends Error {
  constructor() {
    super(`An answer is larger than ${LARGEST_ANSWER / 1024 / 1024} MB, so it was not read. Ask for less there.`);
  }
}

/** The sentence about an answer that was too large to be read; null for any other error. Clients wrap errors thrown by fetch. */
export function tooLarge(error: unknown): string | null {
  for (let at: unknown = error; at instanceof Error; at = at.cause) if (at instanceof AnswerTooLarge) return at.message;
  return null;
}

/** A body as text, at most so many bytes of it; null where there is more, which is not read. */
export async function readBounded({ body }: Response, most: number): Promise<string | null> {
  const decoder = new TextDecoder();
  let [text, size] = ['', 0];
  const coming: AsyncIterable<Uint8Array> | null = body;
  for await (const chunk of coming ?? []) {
    size += chunk.length;
    if (size > most) return null;
    text += decoder.decode(chunk, { stream: true });
  }
  return text + decoder.decode();
}

/** A fetch whose answers are read whole before they are given: one that breaks off, or is too large, counts as none. */
export function boundedFetch(fetcher: typeof fetch): typeof fetch {
  return async (input, init) => {
    const response = await fetcher(input, init);
    const text = await readBounded(response, LARGEST_ANSWER);
    if (text === null) throw new AnswerTooLarge();
    const { status, statusText, headers } = response;
    return new Response(text === '' ? null : text, { status, statusText, headers });
  };
}
