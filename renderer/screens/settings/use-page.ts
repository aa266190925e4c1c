// Which page of the settings is shown, from the address: "#settings/TOPIC" is a topic, "#settings" the first of them, and
// "#settings/teams/LABEL" a team of the directory. So a reload keeps it, and the back button works.
import { useEffect, useState } from 'react';

const SETTINGS = '#settings';
const TEAMS = `${SETTINGS}/teams`;

interface Page {
  /** As in the address; empty for the first. */
  readonly topic: string;
  readonly isTeams: boolean;
  /** Of the team that is shown; null for the first. */
  readonly team: string | null;
}

function pageInAddress(): Page {
  const { hash } = window.location;
  const isTeams = hash === TEAMS || hash.startsWith(`${TEAMS}/`);
  const label = decodeURIComponent(hash.slice(TEAMS.length + 1));
  const topic = hash.startsWith(`${SETTINGS}/`) ? hash.slice(SETTINGS.length + 1) : '';
  return { topic, isTeams, team: isTeams && label !== '' ? label : null };
}

interface Pages {
  readonly page: Page;
  /** Moving through the teams leaves no trail in the history. */
  readonly openTeam: (label: string | null) => void;
}

export function usePage(): Pages {
  const [page, show] = useState(pageInAddress);
  useEffect(() => {
    const follow = () => show(pageInAddress());
    window.addEventListener('popstate', follow);
    return () => window.removeEventListener('popstate', follow);
  }, []);
  return {
    page,
    openTeam: (label) => {
      const address = label === null ? TEAMS : `${TEAMS}/${encodeURIComponent(label)}`;
      const write = pageInAddress().isTeams ? 'replaceState' : 'pushState';
      window.history[write](null, '', address);
      show(pageInAddress());
    },
  };
}
