// What draws Markdown: no raw HTML, no picture is fetched, and a link says where it leads and opens outside of the desk. Loaded after the window's first screen.
import type { ReactNode } from 'react';
import ReactMarkdown, { type Components } from 'react-markdown';
import remarkGfm from 'remark-gfm';
import { Check } from './check.tsx';

const PLUGINS = [remarkGfm];

/** Longer addresses are cut in the line; the whole one is shown on hover. */
const LONGEST = 80;

/** Anybody may have written it: where it leads is said next to it, and only a web address can be opened. */
function Link({ to, children }: { to: string | undefined; children: ReactNode }) {
  const address = to !== undefined && URL.canParse(to) ? new URL(to) : null;
  if (address === null || !/^https?:$/.test(address.protocol)) return <span>{children}</span>;
  const { href } = address;
  const isShown = typeof children === 'string' && (children === href || `${children}/` === href);
  return (
    <a href={href} title={href} target="_blank" rel="noopener noreferrer">
      {children}
      {!isShown && (
        <span className="address"> ({href.length > LONGEST ? `${href.slice(0, LONGEST - 1)}…` : href})</span>
      )}
    </a>
  );
}

const COMPONENTS: Components = {
  a: ({ href, children }) => <Link to={href}>{children}</Link>,
  img: ({ src, alt }) => <Link to={typeof src === 'string' ? src : undefined}>{alt || 'Picture'}</Link>,
  input: ({ checked = false }) => (
    <Check isBare isDisabled label={checked ? 'done' : 'to do'} on={checked} set={() => {}} />
  ),
  // Their levels are those of the text; on screen they stand below the heading of the card.
  h1: ({ children }) => <h4 className="h1">{children}</h4>,
  h2: ({ children }) => <h4 className="h2">{children}</h4>,
  h3: ({ children }) => <h4>{children}</h4>,
  h4: ({ children }) => <h4>{children}</h4>,
  h5: ({ children }) => <h4>{children}</h4>,
  h6: ({ children }) => <h4>{children}</h4>,
};

export function DrawnMarkdown({ text }: { text: string }) {
  return (
    <ReactMarkdown remarkPlugins={PLUGINS} components={COMPONENTS}>
      {text}
    </ReactMarkdown>
  );
}
