// How support works at VA.gov today, as the desk must ship it: section by section, in our own words. Tests hold what is
// shipped against it; it is changed when the practice is.

/** 1. Where tickets live: the boards at GitHub, by team, and the column a new ticket gets. */
export const BOARDS = {
  owner: 'department-of-veterans-affairs',
  column: 'Tier 3 Support',
  numbers: {
    'mhv-medications': 1727,
    'PRODUCT-mhv-medical-records': 1728,
    'MHV-Secure-Messaging': 1729,
    'Liferay/SM Clinician Portal': 1776,
    'Liferay/Admin Portal': 1776,
    'Liferay/National Portal': 1776,
  },
} as const;

/** 3. Labels exactly as the repository writes them. */
export const LABELS = {
  every: 'MHV-Tier-3',
  teams: [
    'MHV-Secure-Messaging',
    'mhv-medications',
    'PRODUCT-mhv-medical-records',
    'mhv-horizon',
    'Liferay/SM Clinician Portal',
    'Liferay/Admin Portal',
    'Liferay/National Portal',
    'VSP-contact-center',
    'Identity',
  ],
  beside: { 'PRODUCT-mhv-medical-records': 'TEAM-mhv-medical-records', 'Liferay/Admin Portal': 'Team-mhv-liferay' },
  setByTeamsOnly: ['needs-attention', 'needs-refinement', 'engineering'],
} as const;
