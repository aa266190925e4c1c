// The public VA.gov page of a masked address: host and path name a public page; what follows may identify a person. As
// for any link that stays in a text, only a path of plain words is kept.

const PAGE = /^(?:https?:\/\/)?(?:www\.)?va\.gov((?:\/[a-z][a-z-]{1,39}(?=[/?#]|$)){1,8})/i;

/** Host and path up to the first segment that is not a plain word; null for any other address. */
export function publicPage(address: string): string | null {
  const path = PAGE.exec(address)?.[1];
  return path === undefined ? null : `https://www.va.gov${path.toLowerCase()}`;
}
