// Markdown as GitHub draws it, of words that anybody may have written: no raw HTML, no picture is fetched, and a link opens
// outside of the desk.
import { memo } from 'react';
import ReactMarkdown, { type Components } from 'react-markdown';
import remarkGfm from 'remark-gfm';
import { attachmentsIn } from './attachments.ts';
import './markdown.css';

/** Longer words are shown as they are: no parser is trusted with any length of foreign text. */
const LONGEST = 20_000;

const PLUGINS = [remarkGfm];

const COMPONENTS: Components = {
  a: ({ href, children }) => (
    <a href={href} target="_blank" rel="noreferrer">
      {children}
    </a>
  ),
  img: ({ src, alt }) => (
    <a href={typeof src === 'string' ? src : undefined} target="_blank" rel="noreferrer">
      {alt || 'Picture'}
    </a>
  ),
  input: ({ checked }) => <input type="checkbox" checked={checked} disabled aria-label={checked ? 'done' : 'to do'} />,
  // Their levels are those of the text; on screen they stand below the heading of the card.
  h1: ({ children }) => <h4 className="h1">{children}</h4>,
  h2: ({ children }) => <h4 className="h2">{children}</h4>,
  h3: ({ children }) => <h4>{children}</h4>,
  h4: ({ children }) => <h4>{children}</h4>,
  h5: ({ children }) => <h4>{children}</h4>,
  h6: ({ children }) => <h4>{children}</h4>,
};

export const Markdown = memo(function Markdown({ text }: { text: string }) {
  const attachments = attachmentsIn(text);
  return (
    <div className="markdown">
      {text.length > LONGEST ? (
        <pre>{text}</pre>
      ) : (
        <ReactMarkdown remarkPlugins={PLUGINS} components={COMPONENTS}>
          {text}
        </ReactMarkdown>
      )}
      {attachments.length > 0 && (
        <ul className="attachments" aria-label="Attachments">
          {attachments.map(({ name, url }) => (
            <li key={url}>
              <a href={url} target="_blank" rel="noreferrer">
                {name}
              </a>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
});
