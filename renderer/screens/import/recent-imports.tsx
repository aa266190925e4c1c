// The latest imports, to view or undo.
import { useCall } from '../../bridge/queries.ts';
import { ImportLine } from './import-line.tsx';

export function RecentImports() {
  const imports = useCall('imports.list', {}).data?.imports ?? [];
  if (imports.length === 0) return null;
  return (
    <section aria-labelledby="recent-imports">
      <h3 id="recent-imports">Recent imports</h3>
      <ul className="imports">
        {imports.map((one) => (
          <li key={one.id}>
            <ImportLine one={one} />
          </li>
        ))}
      </ul>
    </section>
  );
}
