// Above a list: the search, the views, the filters and the grouping.
import { IconFilter, IconSearch, IconX } from '@tabler/icons-react';
import type { Team } from '../../../electron/contract/schemas.ts';
import { SOURCE_NAMES, STATUS_NAMES } from '../../../electron/core/domain/case.ts';
import { FILTER_FIELDS, type FilterField, SLA_STATE_NAMES } from '../../../electron/core/domain/queue.ts';
import { lookUp } from '../../../electron/core/domain/records.ts';
import { useCall } from '../../bridge/queries.ts';
import { commandOf, keysOf } from '../../commands/catalogue.ts';
import { Kbd } from '../../components/kbd.tsx';
import { useDeskUi } from '../../desk-ui.ts';
import { DEFAULT_VIEWS, queryOf, sameFilter, searchedFor, toggleValue } from '../../state/list-query.ts';
import { BulkBar } from './bulk-bar.tsx';
import { ColumnsMenu } from './columns-menu.tsx';

export const FIELD_NAMES: Readonly<Record<FilterField, string>> = {
  status: 'Status',
  time: 'Time',
  team: 'Team',
  source: 'Source',
  tag: 'Tag',
  trend: 'Problem',
};

const GROUP_NAMES = {
  time: 'by time',
  team: 'by team',
  trend: 'by problem',
  newest: 'newest first',
  status: 'by status',
  source: 'by source',
} as const;
const LANE_NAMES = { none: 'no lanes', team: 'lanes by team', time: 'lanes by time' } as const;

export function ListBar() {
  const ui = useDeskUi();
  const { query, change } = ui.list;
  return (
    <>
      <div className="bar">
        <label className="search">
          <IconSearch size={15} aria-hidden />
          <input
            id="search"
            type="search"
            aria-label="Search cases"
            placeholder="Search cases"
            value={query.search}
            onChange={(event) => change(searchedFor(event.target.value, query))}
            onKeyDown={(event) => {
              if (event.key === 'Enter' || event.key === 'ArrowDown') {
                event.preventDefault();
                document.getElementById('cases')?.focus();
              }
            }}
          />
          <Kbd keys={keysOf('search')} />
        </label>
        <BarButton id="filter">
          <IconFilter size={15} aria-hidden /> Filter
        </BarButton>
      </div>
      {ui.list.marked.size > 0 ? <BulkBar /> : <ViewBar />}
    </>
  );
}

/** Views, filters, and grouping. */
export function ViewBar() {
  const ui = useDeskUi();
  const { query, change } = ui.list;
  const onBoard = ui.screen === 'board';
  // The board has a column per status, so the built-in views, which are by status, do not apply there.
  const views = onBoard ? ui.views : [...DEFAULT_VIEWS, ...ui.views];
  const filtered = views.filter((view) => sameFilter(view.filter, query.filter));
  const current = filtered.find((view) => view.search === query.search);
  // A search within a view leaves the view's chip pressed: its filter need not be said a second time.
  const around = current ?? filtered.find((view) => view.search === '');
  // A filter by status does not apply on the board, so there is nothing to remove.
  const { status: _, ...shown } = query.filter;
  const isNarrowed = onBoard ? query.search !== '' || Object.keys(shown).length > 0 : current === undefined;
  const isOwn = ui.views.some((view) => view.id === current?.id);
  return (
    <div className="bar views" data-narrowed={(isNarrowed && !onBoard) || undefined}>
      {onBoard && <b>Board</b>}
      <div className="view-scroll">
        <div className="view-chips" role="group" aria-label="Views">
          {views.map((view) => (
            <button
              key={view.id}
              type="button"
              className="chip"
              aria-pressed={view === around}
              onClick={() => change(queryOf(view))}
            >
              {view.name}
            </button>
          ))}
        </div>
        {isNarrowed && around === undefined && <Chosen onBoard={onBoard} />}
      </div>
      {isNarrowed && <BarButton id="clear-list">Clear</BarButton>}
      {isNarrowed && !onBoard && <BarButton id="save-view">Save view</BarButton>}
      {isOwn && current !== undefined && (
        <button
          type="button"
          className="button quiet"
          onClick={() =>
            ui.saveViews(
              ui.views.filter((view) => view.id !== current.id),
              `View ${current.name} dropped.`,
            )
          }
        >
          Delete view
        </button>
      )}
      {onBoard && (
        <BarButton id="filter">
          <IconFilter size={15} aria-hidden /> Filter
        </BarButton>
      )}
      {!onBoard && <ColumnsMenu hidden={ui.hiddenColumns} onChange={ui.hideColumns} />}
      <BarButton id="group">
        {onBoard ? LANE_NAMES[ui.list.lanes] : `${GROUP_NAMES[query.group]}${query.reversed ? ', last first' : ''}`}
      </BarButton>
    </div>
  );
}

/** The values the list is filtered by; each can be removed. */
function Chosen({ onBoard }: { onBoard: boolean }) {
  const { teams, list } = useDeskUi();
  const { query, change } = list;
  // Names alone: nothing is counted anew with every letter of a search.
  const { trend } = query.filter;
  const problems = useCall('cases.counts', { filter: { trend } }, trend !== undefined).data?.counts.trend;
  const nameOf = (field: FilterField, value: string) =>
    field === 'trend' ? problems?.find((one) => one.value === value)?.name : nameOfValue(field, value, teams);
  return FILTER_FIELDS.filter((field) => !onBoard || field !== 'status').flatMap((field) =>
    (query.filter[field] ?? []).map((value) => {
      const name = nameOf(field, value) ?? value;
      return (
        <button
          key={`${field} ${value}`}
          type="button"
          className="chip chosen"
          aria-label={`${FIELD_NAMES[field]} ${name}: take off`}
          onClick={() => change({ filter: toggleValue(query.filter, field, value) })}
        >
          {FIELD_NAMES[field]}: {name} <IconX size={12} aria-hidden />
        </button>
      );
    }),
  );
}

/** The name of a value; undefined if it has none. */
function nameOfValue(field: Exclude<FilterField, 'trend'>, value: string, teams: readonly Team[]): string | undefined {
  if (field === 'team') return value === '' ? 'No team yet' : teams.find(({ label }) => label === value)?.name;
  if (field === 'tag') return value === '' ? 'No tag' : value;
  return lookUp(field === 'status' ? STATUS_NAMES : field === 'source' ? SOURCE_NAMES : SLA_STATE_NAMES, value);
}

function BarButton({ id, children }: { id: string; children: React.ReactNode }) {
  const ui = useDeskUi();
  const command = commandOf(id);
  return (
    <button type="button" className="button" data-command={id} title={command?.title} onClick={() => command?.run(ui)}>
      {children} <Kbd keys={keysOf(id)} />
    </button>
  );
}
