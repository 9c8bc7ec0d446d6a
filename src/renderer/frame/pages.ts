import {
  IconAlertTriangle,
  IconBulb,
  IconChecklist,
  IconEyeOff,
  IconFileText,
  IconFlag,
  IconGitCompare,
  IconHistory,
  IconLayoutDashboard,
  IconListCheck,
  IconPaperclip,
  IconRadar2,
  IconRoute,
  IconServer2,
  IconSettings,
  IconStack2,
  type TablerIcon,
} from '@tabler/icons-react';

/** The pages in the order of the work; Ctrl and a digit go to the one at that place. */
export const pages = [
  { id: 'overview', path: '/', group: 'assess', icon: IconLayoutDashboard },
  { id: 'checklists', path: '/checklists', group: 'assess', icon: IconChecklist },
  { id: 'scans', path: '/scans', group: 'assess', icon: IconRadar2, apart: true },
  { id: 'coverage', path: '/coverage', group: 'assess', icon: IconEyeOff },
  { id: 'findings', path: '/findings', group: 'assess', icon: IconAlertTriangle },
  { id: 'resources', path: '/resources', group: 'assess', icon: IconStack2 },
  { id: 'checks', path: '/checks', group: 'assess', icon: IconListCheck, apart: true },
  { id: 'inventory', path: '/inventory', group: 'assess', icon: IconServer2 },
  { id: 'evidence', path: '/evidence', group: 'assess', icon: IconPaperclip },
  { id: 'recommendations', path: '/recommendations', group: 'advise', icon: IconBulb },
  { id: 'roadmap', path: '/roadmap', group: 'advise', icon: IconRoute },
  { id: 'phases', path: '/phases', group: 'deliver', icon: IconFlag, apart: true },
  { id: 'compare', path: '/compare', group: 'deliver', icon: IconGitCompare },
  { id: 'reports', path: '/reports', group: 'deliver', icon: IconFileText, apart: true },
  { id: 'trail', path: '/trail', group: 'end', icon: IconHistory, apart: true },
  { id: 'settings', path: '/settings', group: 'end', icon: IconSettings, apart: true },
] as const satisfies readonly {
  id: string;
  path: string;
  group: PageGroup;
  icon: TablerIcon;
  /** Its work goes on whatever phase is looked at. */
  apart?: true;
}[];

export type Page = (typeof pages)[number];
export type PageId = Page['id'];
export type PageGroup = 'assess' | 'advise' | 'deliver' | 'end';
