// The first rows of a file as the cases they would become.
import type { ImportPreview } from '../../../electron/contract/intake-shapes.ts';
import { exactTime } from '../../components/words.ts';

export function PreviewRows({ sample }: { sample: ImportPreview['sample'] }) {
  return (
    <table>
      <caption className="visually-hidden">First rows</caption>
      <thead>
        <tr>
          <th scope="col">Row</th>
          <th scope="col">Reference</th>
          <th scope="col">Reported</th>
          <th scope="col">Text, scrubbed</th>
        </tr>
      </thead>
      <tbody>
        {sample.map(({ row, reference, reportedAt, text }) => (
          <tr key={row}>
            <td>{row}</td>
            <td>{reference}</td>
            <td>{exactTime(reportedAt)}</td>
            <td className="cut">{text}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
