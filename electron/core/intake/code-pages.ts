// The upper halves of the one-byte encodings that Excel and Windows still write.
import { keysOf } from '../domain/records.ts';

/** Characters of the bytes 0x80 to 0xFF, in order. */
const rest = (from: number) =>
  Array.from({ length: 256 - from }, (_, index) => String.fromCharCode(from + index)).join('');

export const CODE_PAGES = {
  'Windows-1252': `€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8DŽ\x8F\x90‘’“”•–—˜™š›œ\x9DžŸ${rest(0xa0)}`,
  Macintosh:
    'ÄÅÇÉÑÖÜáàâäãåçéèêëíìîïñóòôöõúùûü†°¢£§•¶ß®©™´¨≠ÆØ∞±≤≥¥µ∂∑∏π∫ªºΩæø¿¡¬√ƒ≈∆«»…\u00A0ÀÃÕŒœ–—“”‘’÷◊ÿŸ⁄€‹›ﬁﬂ‡·‚„‰ÂÊÁËÈÍÎÏÌÓÔ\uF8FFÒÚÛÙıˆ˜¯˘˙˚¸˝˛ˇ',
  'MS-DOS (437)':
    'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u00A0',
  'MS-DOS (850)':
    'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒáíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐└┴┬├─┼ãÃ╚╔╩╦╠═╬¤ðÐÊËÈıÍÎÏ┘┌█▄¦Ì▀ÓßÔÒõÕµþÞÚÛÙýÝ¯´\xAD±‗¾¶§÷¸°¨·¹³²■\u00A0',
} as const;
export type CodePage = keyof typeof CODE_PAGES;
export const CODE_PAGE_NAMES = keysOf(CODE_PAGES);

/** Character → byte, both ways it may stand: as the page has it, and as the control character of the same number. */
export function bytesOf(page: CodePage): ReadonlyMap<string, number> {
  const bytes = new Map(Array.from(CODE_PAGES[page], (letter, index) => [letter, index + 0x80]));
  if (page === 'Windows-1252') for (let code = 0x80; code < 0xa0; code += 1) bytes.set(String.fromCharCode(code), code);
  return bytes;
}
