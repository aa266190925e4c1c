// What figures meant when a report last left, so that whoever compares two reports is told where a target or a formula
// changed in between.
import { z } from 'zod';
import type { DefinitionChange, NamedReport } from '../../core/reports/named-report.ts';
import type { Db } from '../../store/db.ts';
import { readSetting, writeSetting } from '../../store/settings.ts';

const KEY = 'report-definitions';
/** By the id of the figure. `until`: when a report first left with the current formula, UTC ms. */
const definitions = z.record(
  z.string(),
  z.object({ formula: z.string(), former: z.object({ formula: z.string(), until: z.number() }).nullable() }),
);
type Definitions = z.infer<typeof definitions>;

function definitionsAt(db: Db, { figures }: NamedReport, at: number): Definitions {
  const known = readSetting(db, KEY, definitions, {});
  const now = figures.map(({ id, formula }) => {
    const before = known[id];
    if (before?.formula === formula) return [id, before] as const;
    return [id, { formula, former: before === undefined ? null : { formula: before.formula, until: at } }] as const;
  });
  return { ...known, ...Object.fromEntries(now) };
}

/** Figures of a report that were calculated differently at some time it covers, or until now (UTC ms). */
export function changesIn(db: Db, report: NamedReport, now: number): DefinitionChange[] {
  const all = definitionsAt(db, report, now);
  const first = Math.min(Date.parse(report.period.from), Date.parse(report.baseline.from));
  return report.figures.flatMap(({ id, name }) => {
    const former = all[id]?.former ?? null;
    if (former === null || former.until < first) return [];
    return [{ id, name, until: new Date(former.until).toISOString(), former: former.formula }];
  });
}

/** Records what the figures of a report mean as it leaves. */
export function rememberDefinitions(db: Db, report: NamedReport, now: number): void {
  const all = definitionsAt(db, report, now);
  if (JSON.stringify(all) !== JSON.stringify(readSetting(db, KEY, definitions, {}))) writeSetting(db, KEY, all);
}
