import advice from '../../../resources/texts/es/advice.json' with { type: 'json' };
import checklistNames from '../../../resources/texts/es/checklists/general.json' with { type: 'json' };
import findingWords from '../../../resources/texts/es/findings.json' with { type: 'json' };
import checklists from '../../../resources/texts/es/pages/checklists.json' with { type: 'json' };
import checks from '../../../resources/texts/es/pages/checks.json' with { type: 'json' };
import compare from '../../../resources/texts/es/pages/compare.json' with { type: 'json' };
import coverage from '../../../resources/texts/es/pages/coverage.json' with { type: 'json' };
import decisions from '../../../resources/texts/es/pages/decisions.json' with { type: 'json' };
import evidence from '../../../resources/texts/es/pages/evidence.json' with { type: 'json' };
import findings from '../../../resources/texts/es/pages/findings.json' with { type: 'json' };
import frame from '../../../resources/texts/es/pages/frame.json' with { type: 'json' };
import grid from '../../../resources/texts/es/pages/grid.json' with { type: 'json' };
import inventory from '../../../resources/texts/es/pages/inventory.json' with { type: 'json' };
import phases from '../../../resources/texts/es/pages/phases.json' with { type: 'json' };
import recommendations from '../../../resources/texts/es/pages/recommendations.json' with { type: 'json' };
import reports from '../../../resources/texts/es/pages/reports.json' with { type: 'json' };
import resources from '../../../resources/texts/es/pages/resources.json' with { type: 'json' };
import roadmap from '../../../resources/texts/es/pages/roadmap.json' with { type: 'json' };
import scans from '../../../resources/texts/es/pages/scans.json' with { type: 'json' };
import settings from '../../../resources/texts/es/pages/settings.json' with { type: 'json' };
import start from '../../../resources/texts/es/pages/start.json' with { type: 'json' };
import refusals from '../../../resources/texts/es/refusals.json' with { type: 'json' };
import shape from '../../../resources/texts/es/shape.json' with { type: 'json' };
import window_ from '../../../resources/texts/es/window.json' with { type: 'json' };
import { pick } from './pick.ts';

/** The window's texts in Spanish. */
export const texts = {
  ...window_,
  ...checklists,
  stageNames: checklistNames.stages,
  principleNames: checklistNames.principles,
  ...checks,
  ...compare,
  ...coverage,
  ...decisions,
  ...evidence,
  ...inventory,
  ...findings,
  ...frame,
  ...grid,
  ...recommendations,
  ...phases,
  ...reports,
  ...resources,
  ...roadmap,
  ...scans,
  ...settings,
  refusals,
  shape,
  ...start,
  ...pick(findingWords),
  advice,
};
