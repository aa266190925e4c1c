// Markdown as GitHub draws it, of words that anybody may have written, with its attachments.
import { memo } from 'react';
import { attachmentsIn } from './attachments.ts';
import { later } from './later.tsx';
import './markdown.css';

/** Longer text is shown as it is: no parser is trusted with foreign text of any length. */
const LONGEST = 20_000;

const DrawnMarkdown = later(() => import('./drawn-markdown.tsx').then((part) => part.DrawnMarkdown), Plain);

function Plain({ text }: { text: string }) {
  return <pre>{text}</pre>;
}

export const Markdown = memo(function Markdown({ text }: { text: string }) {
  const attachments = attachmentsIn(text);
  return (
    <div className="markdown">
      {text.length > LONGEST ? <Plain text={text} /> : <DrawnMarkdown text={text} />}
      {attachments.length > 0 && (
        <ul className="attachments" aria-label="Attachments">
          {attachments.map(({ name, url }) => (
            <li key={url}>
              <a href={url} title={url} target="_blank" rel="noopener noreferrer">
                {name}
              </a>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
});
