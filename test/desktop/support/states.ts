import type { Page } from 'playwright';

/** A page of an open engagement as it can stand, and how to bring it there; in whatever language. */
export interface State {
  name: string;
  /** The page's texts are in resources/texts/<language>/pages/<page>.json; the overview's in window.json. */
  page: string;
  /** Address of the page, as behind the `#`. */
  at: string;
  /** Opens something beside what the page shows by itself. */
  open?: (page: Page) => Promise<unknown>;
}

/** Rows that are still asked for open nothing. */
export const firstRow = (page: Page) =>
  page.getByRole('grid').and(page.locator('[aria-busy=false]')).getByRole('row').nth(1).click();
const firstItem = (page: Page) =>
  page.getByRole('main').getByRole('listitem').first().getByRole('button').first().click();

const state = (name: string, at: string, open?: State['open']): State => ({
  name,
  page: at.slice(1).split('?', 1)[0] || 'overview',
  at,
  ...(open && { open }),
});

/** Every page as it is when one comes to it. */
export const pages: State[] = [
  state('overview', '/'),
  state('scans', '/scans'),
  state('coverage', '/coverage'),
  state('findings', '/findings'),
  state('resources', '/resources'),
  state('checks', '/checks'),
  state('checklists', '/checklists'),
  state('evidence', '/evidence'),
  state('other systems', '/inventory'),
  state('recommendations', '/recommendations'),
  state('roadmap', '/roadmap'),
  state('phases', '/phases'),
  state('compare', '/compare'),
  state('trail', '/trail'),
  state('reports', '/reports'),
  state('settings', '/settings'),
];

export const states: State[] = [
  ...pages,
  state('setup of a scan', '/scans?setup=accounts'),
  state('a finding', '/findings', firstRow),
  state('grouped findings', '/findings?group=account'),
  state('a resource', '/resources', firstRow),
  state('a check', '/checks', firstRow),
  state('interview', '/checklists?mode=interview'),
  state('maturity', '/checklists?view=maturity'),
  state('templates', '/checklists?view=templates'),
  state('a piece of evidence', '/evidence', firstItem),
  state('another system', '/inventory', firstRow),
  state('diagram of the systems', '/inventory?view=diagram'),
  state('a recommendation', '/recommendations', firstRow),
  state('timeline of the roadmap', '/roadmap?view=timeline'),
  state('timeline of the phases', '/phases?view=timeline'),
  state('compared findings', '/compare?part=findings', firstRow),
  state('compared resources', '/compare?part=resources', firstRow),
  state('compared savings', '/compare?part=savings'),
  state('compared answers', '/compare?part=answers'),
  ...['engagement', 'branding', 'aws', 'privacy', 'storage', 'licences', 'about'].map((section) =>
    state(`settings: ${section}`, `/settings?section=${section}`),
  ),
];
