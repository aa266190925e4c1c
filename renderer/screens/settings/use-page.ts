// Which page of the settings is shown, from the address: "#settings" is the index, "#settings/teams/LABEL" a team of the
// directory. So a reload keeps it, and the back button works.
import { useEffect, useState } from 'react';

const SETTINGS = '#settings';
const TEAMS = `${SETTINGS}/teams`;

interface Page {
  readonly isTeams: boolean;
  /** Of the team that is shown; null for the first. */
  readonly team: string | null;
}

function pageInAddress(): Page {
  const { hash } = window.location;
  const isTeams = hash === TEAMS || hash.startsWith(`${TEAMS}/`);
  const label = decodeURIComponent(hash.slice(TEAMS.length + 1));
  return { isTeams, team: isTeams && label !== '' ? label : null };
}

interface Pages {
  readonly page: Page;
  readonly openIndex: () => void;
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
    openIndex: () => {
      window.history.pushState(null, '', SETTINGS);
      show(pageInAddress());
    },
    openTeam: (label) => {
      const address = label === null ? TEAMS : `${TEAMS}/${encodeURIComponent(label)}`;
      const write = pageInAddress().isTeams ? 'replaceState' : 'pushState';
      window.history[write](null, '', address);
      show(pageInAddress());
    },
  };
}
