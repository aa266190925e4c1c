// Navigation, and what a list shows.
import { flushSync } from 'react-dom';
import { GROUPINGS } from '../../electron/core/domain/queue.ts';
import type { DeskUi, ScreenName } from '../desk-ui.ts';
import { DEFAULT_VIEWS, queryOf, sameFilter, turned } from '../state/list-query.ts';
import { screenList } from '../state/screen-list.ts';
import { type Command, focus, hasRows, isList, LISTS, withCase } from './command.ts';

/** Moves focus off the sidebar's button that was pressed last: Enter would press it again. */
const goTo = (screen: ScreenName) => (ui: DeskUi) => {
  if (document.activeElement instanceof HTMLElement && document.activeElement.closest('.rail') !== null)
    document.activeElement.blur();
  ui.go(screen);
};

/** A search within a view is left for the view; what is shown otherwise, for all cases. */
function clear({ list, views }: DeskUi): void {
  const { search, filter } = list.query;
  const isView = [...DEFAULT_VIEWS, ...views].some((one) => one.search === '' && sameFilter(one.filter, filter));
  list.change(search !== '' && isView ? { search: '' } : { filter: {}, search: '' });
}

const moveBy = (by: number) => (ui: DeskUi) => (screenList() ?? ui.list).move(by);

export const GO_COMMANDS: readonly Command[] = [
  { id: 'next', title: 'Next row', group: 'Go', keys: ['j', 'ArrowDown'], when: hasRows, run: moveBy(1) },
  {
    id: 'previous',
    title: 'Previous row',
    group: 'Go',
    keys: ['k', 'ArrowUp'],
    when: hasRows,
    run: moveBy(-1),
  },
  {
    id: 'page-down',
    title: 'Twenty rows on',
    group: 'Go',
    keys: ['PageDown'],
    when: hasRows,
    run: moveBy(20),
  },
  {
    id: 'page-up',
    title: 'Twenty rows back',
    group: 'Go',
    keys: ['PageUp'],
    when: hasRows,
    run: moveBy(-20),
  },
  {
    id: 'open',
    title: 'Open the row',
    group: 'Go',
    keys: ['Enter'],
    when: (ui) => withCase(ui) || screenList() !== null,
    needs: 'pane',
    run: (ui) => {
      const rows = screenList();
      if (rows !== null) return rows.open();
      if (!ui.isSplit) flushSync(ui.toggleSplit);
      focus('case');
    },
  },
  {
    id: 'close',
    title: 'Back to the list; then: mark none',
    group: 'Go',
    keys: ['Escape'],
    whileTyping: true,
    run: (ui) => {
      const list = document.getElementById('cases');
      const { activeElement } = document;
      // Where nothing has the focus the keys are the list's, too.
      const isInList = activeElement === list || activeElement === document.body;
      if (isInList && ui.list.marked.size > 0) ui.list.clearMarks();
      list?.focus();
    },
  },
  {
    id: 'search',
    title: 'Search',
    group: 'Go',
    keys: ['/'],
    run: (ui) => {
      const own = document.getElementById('screen-search');
      if (own !== null) return own.focus();
      // Drawn at once, so that what is typed right after "/" reaches the field.
      flushSync(() => ui.go('queue'));
      focus('search');
    },
  },
  { id: 'day', title: 'Go to my day', group: 'Go', keys: ['g d'], run: goTo('day') },
  { id: 'queue', title: 'Go to the queue', group: 'Go', keys: ['g q'], run: goTo('queue') },
  { id: 'replies', title: 'Go to the replies of teams', group: 'Go', keys: ['g a'], run: goTo('replies') },
  { id: 'tickets', title: 'Go to the tickets', group: 'Go', keys: ['g i'], run: goTo('tickets') },
  { id: 'board', title: 'Go to the board', group: 'Go', keys: ['g b'], run: goTo('board') },
  { id: 'trends', title: 'Go to trends', group: 'Go', keys: ['g n'], run: goTo('trends') },
  { id: 'reports', title: 'Go to reports', group: 'Go', keys: ['g p'], run: goTo('reports') },
  { id: 'outbox', title: 'Go to the outbox', group: 'Go', keys: ['g o'], run: goTo('outbox') },
  { id: 'settings', title: 'Go to settings', group: 'Go', keys: ['g ,'], run: goTo('settings') },
];

const LANES = ['none', 'team', 'time'] as const;

const OF_LISTS: readonly Command[] = [
  { id: 'mark', title: 'Mark the case', group: 'List', keys: ['x'], when: withCase, run: (ui) => ui.list.toggleMark() },
  {
    id: 'mark-down',
    title: 'Mark on to the next case',
    group: 'List',
    keys: ['Shift+J', 'Shift+ArrowDown'],
    when: withCase,
    run: (ui) => ui.list.markTo(Math.min(ui.list.at + 1, ui.list.total - 1)),
  },
  {
    id: 'mark-up',
    title: 'Mark on to the previous case',
    group: 'List',
    keys: ['Shift+K', 'Shift+ArrowUp'],
    when: withCase,
    run: (ui) => ui.list.markTo(Math.max(0, ui.list.at - 1)),
  },
  {
    id: 'mark-all',
    title: 'Mark all cases of the list',
    group: 'List',
    keys: ['$mod+a'],
    when: isList,
    run: (ui) => ui.list.markAll(),
  },
  {
    id: 'filter',
    title: 'Filter by a field',
    group: 'List',
    keys: ['Shift+F'],
    when: isList,
    run: (ui) => ui.ask({ kind: 'filter' }),
  },
  {
    id: 'group',
    title: 'Sort by the next column: time, team, problem, newest, status, source; lanes on the board',
    group: 'List',
    keys: ['Shift+G'],
    when: isList,
    run: ({ screen, list }) => {
      const { group } = list.query;
      if (screen === 'board') list.setLanes(LANES[(LANES.indexOf(list.lanes) + 1) % LANES.length] ?? 'none');
      else {
        const next = GROUPINGS[(GROUPINGS.indexOf(group) + 1) % GROUPINGS.length] ?? 'time';
        list.change({ group: next, reversed: false });
      }
    },
  },
  {
    id: 'turn-order',
    title: 'Reverse the order of the list',
    group: 'List',
    keys: ['Shift+O'],
    screens: ['queue'],
    run: ({ list }) => list.change(turned(list.query, list.query.group)),
  },
  {
    id: 'clear-list',
    title: 'Clear the search, then the filters of the list',
    group: 'List',
    keys: ['Shift+C'],
    when: isList,
    run: clear,
  },
  {
    id: 'save-view',
    title: 'Save this view',
    group: 'List',
    keys: ['Shift+V'],
    when: isList,
    run: (ui) => ui.ask({ kind: 'save-view' }),
  },
  {
    id: 'split',
    title: 'Hide or show the case beside the list',
    group: 'List',
    keys: ['\\'],
    when: isList,
    run: (ui) => ui.toggleSplit(),
  },
  ...Array.from(
    { length: 9 },
    (_, index): Command => ({
      id: `view-${index + 1}`,
      title: `View ${index + 1}`,
      group: 'List',
      keys: [`${index + 1}`],
      when: (ui) => isList(ui) && index < DEFAULT_VIEWS.length + ui.views.length,
      run: (ui) => {
        const view = [...DEFAULT_VIEWS, ...ui.views][index];
        if (view !== undefined) ui.list.change(queryOf(view));
      },
    }),
  ),
];

export const LIST_COMMANDS: readonly Command[] = OF_LISTS.map((command) => ({ screens: LISTS, ...command }));
