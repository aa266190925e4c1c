// A saved mail: the exports attached to it, or its own words as one report.
import PostalMime from 'postal-mime';
import { rawText } from '../domain/pii.ts';
import { FileProblem } from './file-problem.ts';
import type { IncomingCase } from './incoming-case.ts';
import type { PackedFile } from './unpack.ts';

export interface ReadMail {
  readonly attached: readonly PackedFile[];
  /** Null where the mail says nothing or has no date. */
  readonly own: IncomingCase | null;
}

/** True for what begins with the lines above a mail. */
export function looksLikeMail(text: string): boolean {
  const head = text.slice(0, 20_000).replace(/^\s+/, '');
  return (
    /^(?:[!-9;-~]+:[^\n]*\r?\n(?:[ \t][^\n]*\r?\n)*){2}/.test(head) &&
    /^(?:from|date|subject|message-id):/im.test(head) &&
    /^(?:from|received|return-path|mime-version|message-id|date|delivered-to|x-[\w-]+|to|subject|content-type):/i.test(
      head,
    )
  );
}

/** @throws FileProblem */
export async function readMail(bytes: Uint8Array): Promise<ReadMail> {
  const mail = await PostalMime.parse(bytes).catch(() => {
    throw new FileProblem('This mail is damaged. Save it again, or copy its text into the quick log.');
  });
  const attached = mail.attachments.flatMap(({ filename, content, disposition }) =>
    disposition !== 'inline' && typeof content !== 'string'
      ? [{ name: filename ?? 'attachment', bytes: new Uint8Array(content) }]
      : [],
  );
  const text = (mail.text ?? withoutTags(mail.html ?? '')).trim();
  const reportedAt = Date.parse(mail.date ?? '');
  const words = [mail.subject?.trim(), text].filter((part) => part !== undefined && part !== '').join('\n\n');
  const sender = mail.from;
  const own: IncomingCase | null =
    words === '' || Number.isNaN(reportedAt)
      ? null
      : {
          source: 'typed',
          reference: null,
          row: 1,
          reportedAt,
          text: rawText(words),
          subject: mail.subject === undefined ? null : rawText(mail.subject),
          reporter: sender?.name ? rawText(sender.name) : null,
          phone: null,
          email: sender?.address ? rawText(sender.address) : null,
          area: null,
          subArea: null,
          status: null,
          priority: null,
          resolvedAt: null,
          fields: [
            { name: 'Subject', value: mail.subject ?? '' },
            { name: 'From', value: [sender?.name, sender?.address].filter(Boolean).join(' ') },
            { name: 'Date', value: mail.date ?? '' },
          ],
        };
  return { attached, own };
}

function withoutTags(html: string): string {
  return html
    .replace(/<(?:br|\/p|\/div|\/tr)[^<>]*>/gi, '\n')
    .replace(/<[^<>]*>/g, ' ')
    .replace(/&nbsp;/g, ' ')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&amp;/g, '&');
}
