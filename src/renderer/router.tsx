import { createHashHistory, createRootRoute, createRoute, createRouter } from '@tanstack/react-router';
import { z } from 'zod';
import { checklistsSearch } from './checklists/search.ts';
import { checksSearch } from './checks/search.ts';
import { compareSearch } from './compare/search.ts';
import { coverageSearch } from './coverage/search.ts';
import { evidenceSearch } from './evidence/search.ts';
import { findingsSearch } from './findings/search.ts';
import { Frame } from './frame/frame.tsx';
import { UnknownPage } from './frame/unknown-page.tsx';
import { inventorySearch } from './inventory/search.ts';
import { Overview } from './overview/overview.tsx';
import { Broken } from './parts/boundary.tsx';
import { PageSkeleton } from './parts/skeleton.tsx';
import { phasesSearch } from './phases/search.ts';
import { recommendationsSearch } from './recommendations/search.ts';
import { reportsSearch } from './reports/search.ts';
import { resourcesSearch } from './resources/search.ts';
import { roadmapSearch } from './roadmap/search.ts';
import { scansSearch } from './scans/search.ts';
import { settingsSearch } from './settings/search.ts';
import { trailSearch } from './trail/search.ts';

/** Which snapshot the pages show: left out, the newest that has been judged. It stays from page to page. */
const rootSearch = z.object({ snapshot: z.string().optional().catch(undefined) });

const root = createRootRoute({
  component: Frame,
  validateSearch: rootSearch,
  search: {
    middlewares: [
      ({ search, next }) => {
        const result = next(search);
        return { ...('snapshot' in search && { snapshot: search.snapshot }), ...result };
      },
    ],
  },
});

const parent = { getParentRoute: () => root };

const routes = root.addChildren([
  createRoute({ ...parent, path: '/', component: Overview }),
  createRoute({ ...parent, path: '/checklists', validateSearch: checklistsSearch }).lazy(() =>
    import('./checklists/checklists.tsx').then(({ route }) => route),
  ),
  createRoute({ ...parent, path: '/scans', validateSearch: scansSearch }).lazy(() =>
    import('./scans/scans.tsx').then(({ route }) => route),
  ),
  createRoute({ ...parent, path: '/coverage', validateSearch: coverageSearch }).lazy(() =>
    import('./coverage/coverage.tsx').then(({ route }) => route),
  ),
  createRoute({ ...parent, path: '/findings', validateSearch: findingsSearch }).lazy(() =>
    import('./findings/findings.tsx').then(({ route }) => route),
  ),
  createRoute({ ...parent, path: '/resources', validateSearch: resourcesSearch }).lazy(() =>
    import('./resources/resources.tsx').then(({ route }) => route),
  ),
  createRoute({ ...parent, path: '/checks', validateSearch: checksSearch }).lazy(() =>
    import('./checks/checks.tsx').then(({ route }) => route),
  ),
  createRoute({ ...parent, path: '/recommendations', validateSearch: recommendationsSearch }).lazy(() =>
    import('./recommendations/recommendations.tsx').then(({ route }) => route),
  ),
  createRoute({ ...parent, path: '/roadmap', validateSearch: roadmapSearch }).lazy(() =>
    import('./roadmap/page.tsx').then(({ route }) => route),
  ),
  createRoute({ ...parent, path: '/evidence', validateSearch: evidenceSearch }).lazy(() =>
    import('./evidence/evidence.tsx').then(({ route }) => route),
  ),
  createRoute({ ...parent, path: '/inventory', validateSearch: inventorySearch }).lazy(() =>
    import('./inventory/inventory.tsx').then(({ route }) => route),
  ),
  createRoute({ ...parent, path: '/compare', validateSearch: compareSearch }).lazy(() =>
    import('./compare/compare.tsx').then(({ route }) => route),
  ),
  createRoute({ ...parent, path: '/phases', validateSearch: phasesSearch }).lazy(() =>
    import('./phases/phases.tsx').then(({ route }) => route),
  ),
  createRoute({ ...parent, path: '/reports', validateSearch: reportsSearch }).lazy(() =>
    import('./reports/reports.tsx').then(({ route }) => route),
  ),
  createRoute({ ...parent, path: '/trail', validateSearch: trailSearch }).lazy(() =>
    import('./trail/trail.tsx').then(({ route }) => route),
  ),
  createRoute({ ...parent, path: '/settings', validateSearch: settingsSearch }).lazy(() =>
    import('./settings/settings.tsx').then(({ route }) => route),
  ),
]);

/** Addresses are in the part after `#`, so that the page itself never asks for another document. */
export const newRouter = () =>
  createRouter({
    routeTree: routes,
    history: createHashHistory(),
    defaultPreload: 'intent',
    defaultPendingComponent: PageSkeleton,
    defaultPendingMs: 100,
    defaultErrorComponent: ({ error }) => <Broken error={error as Error} />,
    defaultNotFoundComponent: UnknownPage,
  });

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof newRouter>;
  }
}
