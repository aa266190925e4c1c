// What is written for the look of a text: HTML tags, emphasis of Markdown, words broken at the end of a line.
import type { Rewrite } from './view.ts';

/** Attributes that only dress; one with a link or a value stays, because a person may stand in it. */
const DRESS =
  '(?:\\s{1,4}(?:class|style|color|size|face|dir|lang|align|valign|width)=(?:"[^"<>]{0,200}"|\'[^\'<>]{0,200}\'|[^\\s"\'<>]{1,40})){0,6}\\s{0,4}/?';
const INLINE = '(?:b|i|u|s|em|strong|span|font|mark|wbr|small|big|sub|sup|code|tt|o:p)';
const BLOCK = '(?:br|p|div|li|ul|ol|tr|table|tbody|thead|h[1-6]|pre|blockquote|hr|html|body|dl|dd)';
const CELL = '(?:td|th|dt)';
const TAGS: Rewrite = {
  needs: /<\/?[a-z][^<>]{0,300}>|<!---->/i,
  pattern: new RegExp(`</?(?:(${INLINE})|(${BLOCK})|${CELL})${DRESS}>|<!-- ?-->`, 'gi'),
  read: ([tag, inline, block]) => {
    if (tag.startsWith('<!') || inline !== undefined) return '';
    return block === undefined ? (tag.startsWith('</') ? '\t' : '') : '\n';
  },
};

/** `**518**-41-0093`, `J**oh**n`, `~~old~~`, `__Ann__`, `*Ann*`; a masked number (`***-**-0093`) has no letter or digit between. */
const EMPHASIS: Rewrite = {
  needs: /\*[^\s*]|~~|`|_[^\s_]/,
  pattern:
    /(\*\*|~~)(?=[\p{L}\p{N}(+@])([^*~\n]{1,80}?)(?<=[\p{L}\p{N}).@])\1|(?<![\w*])([*_`]|__|\*\*\*)(?=[\p{L}\p{N}(+@])([^*_`\n]{1,80}?)(?<=[\p{L}\p{N}).:@])\3(?![\w*])/gu,
  read: ([, , inside, , inner]) => inside ?? inner ?? null,
};

/** Signs that Markdown would take for its own are written with a backslash: `518\-41\-0093`. */
const ESCAPED: Rewrite = { needs: /\\[-_.*#()+!@]/, pattern: /\\([-_.*#()+!@])/g, read: ([, sign]) => sign ?? null };

/** "Schmel-" at the end of a line, "er" on the next; a number keeps its hyphen. */
const BROKEN_LINES: Rewrite = {
  needs: /-[ \t]?\r?\n|\d\r?\n-\d/,
  pattern: /(?<=(\p{Ll}|\d))-[ \t]?\r?\n[ \t>]{0,8}(?=(\p{Ll}|\d))|(?<=\d)\r?\n(?=-\d)/gu,
  read: ([, before, after]) => {
    if (before === undefined || after === undefined) return '';
    const isNumber = /\d/.test(before) && /\d/.test(after);
    return isNumber ? '-' : /\d/.test(before) || /\d/.test(after) ? null : '';
  },
};

export const MARKUP: readonly Rewrite[] = [TAGS, ESCAPED, EMPHASIS, BROKEN_LINES];
