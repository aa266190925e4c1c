// From which chance on the tagger's word counts.

/** A token is masked from here on, and asked about below `SURE_FROM`. */
export const MASK_FROM = 0.06;
/** From here on a token is masked without asking; the question is kept for what is less sure. */
export const SURE_FROM = 0.85;
/** What the detectors of the tagger's findings begin with. */
export const DETECTOR = 'tagger-';
