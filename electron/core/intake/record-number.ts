// Record numbers as exports write them: tidied, and told apart from what somebody wrote there instead of one.
import { SOURCE_TABLE, type Source } from '../domain/case.ts';

/** What people write where there is no number yet. Two such rows are not one case. */
const PLACEHOLDER =
  /^(?:n\/?\.?a\.?|none|no|null|nil|empty|blank|pending|tb[ad]|t\.?b\.?[ad]\.?|to be (?:determined|assigned)|unknown|not (?:available|applicable|assigned|known|yet)|new|missing|x+|[-–—_.?#*/]+)$/i;
const SSN = /^\d{3}[-. ]\d{2}[-. ]\d{4}$/;
const PHONE = /^(?:\+?1[-. ]?)?(?:\(\d{3}\) ?|\d{3}[-. /])\d{3}[-. ]?\d{4}$/;

/** One that looks like those of the source, made up. */
const EXAMPLES: Readonly<Partial<Record<Source, string>>> = {
  dynamics: '26-HRC-HD-00-00000000',
  servicenow: 'INC00000000',
  iris: '260101-000000',
  salesforce: '00000000',
};

const hasShape = (reference: string, source: Source) => {
  const shape = SOURCE_TABLE[source].recordNumber;
  return shape !== null && new RegExp(`^(?:${shape.source})$`).test(reference);
};

/** Without what a spreadsheet or a person made of it; null where there is none, or only a word that says so. */
export function tidyReference(reference: string | null, source: Source): string | null {
  if (reference === null || PLACEHOLDER.test(reference.trim())) return null;
  const plain = reference
    .replace(/^'/, '')
    .replace(/^(\d+)\.0$/, '$1')
    .replace(/[\u2010-\u2015\u2212]/g, '-');
  const close = plain.replace(/\s+/g, '').toUpperCase();
  return hasShape(close, source) ? close : plain;
}

/** Why a tidied reference cannot be a record number, without repeating it; null where it can: another help desk numbers otherwise. */
export function whyNoRecordNumber(reference: string, source: Source): string | null {
  if (hasShape(reference, source)) return null;
  const isLikely =
    /\d/.test(reference) &&
    !/[\s@]/.test(reference.replace(/^([A-Z]{1,10}) (?=\d+$)/i, '$1')) &&
    !SSN.test(reference) &&
    !PHONE.test(reference);
  if (isLikely) return null;
  const example = EXAMPLES[source];
  return `This is not a record number${example === undefined ? ': it has a digit and no spaces' : `, which looks like ${example}`}. Write the number of the record there.`;
}
