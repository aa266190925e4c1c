// Ctrl/Cmd+K: find any command, case, team or setting by a few letters.

import {
  createSpotlight,
  Spotlight,
  type SpotlightActionData,
  type SpotlightActionGroupData,
} from '@mantine/spotlight';
import { IconSearch } from '@tabler/icons-react';
import { type KeyboardEvent, memo, useCallback, useEffect, useRef, useState } from 'react';
import type { Output } from '../../electron/contract/calls.ts';
import { caseName } from '../../electron/core/domain/case-name.ts';
import { useCall } from '../bridge/queries.ts';
import { Kbd } from '../components/kbd.tsx';
import { type DeskUi, useDeskUi } from '../desk-ui.ts';
import { drawn, holdKeys, whenThere, withElement } from '../state/held-keys.ts';
import { openTopic } from '../state/open-topic.ts';
import { press } from '../state/press-key.ts';
import { COMMANDS, keysFor } from './catalogue.ts';
import { isMeant } from './command.ts';
import { openerOf } from './desk-link.ts';
import { runCommand } from './run-command.ts';
import { SETTINGS } from './setting-words.ts';

const MOST_CASES = 6;

/** Whoever opens it wants to do something or go somewhere: keys that only move in a list come last. */
const MOVES: ReadonlySet<string> = new Set(['next', 'previous', 'page-down', 'page-up', 'open', 'close']);
const IN_ORDER = COMMANDS.toSorted((a, b) => Number(MOVES.has(a.id)) - Number(MOVES.has(b.id)));

const SHORTCUT = ['mod + K'];
const NAMED = { content: { 'aria-label': 'Commands and cases' } };
const FIELD_ID = 'palette-field';
const FIELD = {
  id: FIELD_ID,
  leftSection: <IconSearch size={16} aria-hidden />,
  placeholder: 'Find a command or a case',
  'aria-label': 'Find a command or a case',
  onKeyDownCapture: enterLater,
};
/** The cases of what was typed are on their way: those that are listed are of fewer letters. */
let isAwaited = false;

/** Enter means a line of what was typed. */
function enterLater(event: KeyboardEvent): void {
  if (event.key !== 'Enter' || event.nativeEvent.isComposing || !isAwaited) return;
  event.preventDefault();
  event.stopPropagation();
  const enter = event.nativeEvent;
  holdKeys(
    whenThere(() => !isAwaited || null)
      .then(drawn)
      .then(() => press(enter)),
  );
}

/** The library chooses the first line at each letter; the cases come later. */
function chooseFirst(): void {
  if (document.querySelector('[data-action][data-selected]') !== null) return;
  document.querySelector('[data-action]')?.setAttribute('data-selected', 'true');
  store.setState({ ...store.getState(), selected: 0 });
}
/** While it is closed, nothing is listed: that would be rendered again with every key. */
const NOTHING: SpotlightActionGroupData[] = [];

/** A closed one is the same at every key, and is not rendered again. */
const Search = memo(Spotlight);

/** What is typed from the key that opens it on is meant for its field, and Enter for a command that is listed. */
const [store] = createSpotlight();
let wasOpen = false;
store.subscribe(({ opened }) => {
  const isOpening = opened && !wasOpen;
  const isClosing = !opened && wasOpen;
  wasOpen = opened;
  // What is pressed while it goes is not meant for it any more.
  if (isClosing) holdKeys(whenThere(() => document.getElementById(FIELD_ID) === null || null));
  if (!isOpening) return;
  const isListed = () => document.querySelector('[data-action]') !== null;
  const findField = () => (wasOpen ? isListed() && document.getElementById(FIELD_ID) : document.body) || null;
  holdKeys(whenThere(findField).then((field) => field.focus()));
});

export function Palette() {
  const ui = useDeskUi();
  const { setPaletteOpen } = ui;
  const [query, setQuery] = useState('');
  const current = useRef(ui);
  current.current = ui;
  const isSearched = ui.paletteOpen && query.trim().length > 1;
  const { data, isPending, isPlaceholderData } = useCall(
    'cases.list',
    { search: query, count: MOST_CASES },
    isSearched,
  );
  const found = data?.cases;
  isAwaited = isSearched && (isPending || isPlaceholderData);
  useEffect(() => {
    if (found !== undefined) chooseFirst();
  }, [found]);
  const trends = useCall('cases.counts', {}, ui.paletteOpen).data?.counts.trend ?? [];
  return (
    <Search
      store={store}
      query={query}
      onQueryChange={setQuery}
      actions={ui.paletteOpen ? groupsOf(ui, () => current.current, query, found, trends) : NOTHING}
      attributes={NAMED}
      onSpotlightOpen={useCallback(() => setPaletteOpen(true), [setPaletteOpen])}
      onSpotlightClose={useCallback(() => {
        setPaletteOpen(false);
        setQuery('');
      }, [setPaletteOpen])}
      overlayProps={{ backgroundOpacity: 0.3, blur: 0 }}
      limit={14}
      highlightQuery
      scrollable
      maxHeight={420}
      nothingFound="No matches"
      shortcut={SHORTCUT}
      searchProps={FIELD}
    />
  );
}

function groupsOf(
  ui: DeskUi,
  latest: () => DeskUi,
  query: string,
  found: Output<'cases.list'>['cases'] | undefined,
  trends: Output<'cases.counts'>['counts']['trend'],
): SpotlightActionGroupData[] {
  const commands: SpotlightActionData[] = IN_ORDER.filter((command) => isMeant(command, ui)).map((command) => ({
    id: command.id,
    label: command.title,
    ...(command.also !== undefined && { keywords: command.also }),
    rightSection: <Kbd keys={keysFor(command)[0] ?? ''} />,
    onClick: () => runCommand(command, latest),
  }));
  const show = (filter: Parameters<typeof ui.list.change>[0]['filter']) => {
    ui.go('queue');
    ui.list.change({ filter: filter ?? {}, search: '' });
  };
  const opener = openerOf(query);
  return [
    {
      group: 'Link',
      actions:
        opener === null ? [] : [{ id: 'link', label: 'Open the link', keywords: query, onClick: () => opener(ui) }],
    },
    { group: 'Commands', actions: commands },
    {
      group: 'Teams',
      actions: ui.teams.map(({ label, name, covers }) => ({
        id: `team ${label}`,
        label: `Cases of ${name}`,
        keywords: [label, ...covers],
        onClick: () => show({ team: [label] }),
      })),
    },
    {
      group: 'Trends',
      actions: trends
        .filter(({ value }) => value !== '')
        .map(({ value, name, n }) => ({
          id: `trend ${value}`,
          label: name,
          description: `${n} cases`,
          onClick: () => show({ trend: [value] }),
        })),
    },
    {
      group: 'Settings',
      actions: SETTINGS.map(([id, label, keywords, topic]) => ({
        id: `settings ${id}`,
        label: `Settings: ${label}`,
        keywords,
        onClick: () => {
          openTopic(topic);
          // Its page is drawn first.
          requestAnimationFrame(() => withElement(id, (element) => element.scrollIntoView()));
        },
      })),
    },
    // Last: they are found a moment later, and what Enter means by then stays where it stands.
    {
      group: 'Cases',
      actions: (query.trim().length > 1 ? (found ?? []) : []).map((row) => ({
        id: row.id,
        label: row.title,
        description: caseName(row.reference),
        keywords: query,
        onClick: () => ui.openCase(row.id, row),
      })),
    },
  ];
}
