import advice from '../../../resources/texts/en/advice.json' with { type: 'json' };
import checklistNames from '../../../resources/texts/en/checklists/general.json' with { type: 'json' };
import findingWords from '../../../resources/texts/en/findings.json' with { type: 'json' };
import checklists from '../../../resources/texts/en/pages/checklists.json' with { type: 'json' };
import checks from '../../../resources/texts/en/pages/checks.json' with { type: 'json' };
import compare from '../../../resources/texts/en/pages/compare.json' with { type: 'json' };
import coverage from '../../../resources/texts/en/pages/coverage.json' with { type: 'json' };
import decisions from '../../../resources/texts/en/pages/decisions.json' with { type: 'json' };
import evidence from '../../../resources/texts/en/pages/evidence.json' with { type: 'json' };
import findings from '../../../resources/texts/en/pages/findings.json' with { type: 'json' };
import frame from '../../../resources/texts/en/pages/frame.json' with { type: 'json' };
import grid from '../../../resources/texts/en/pages/grid.json' with { type: 'json' };
import inventory from '../../../resources/texts/en/pages/inventory.json' with { type: 'json' };
import phases from '../../../resources/texts/en/pages/phases.json' with { type: 'json' };
import recommendations from '../../../resources/texts/en/pages/recommendations.json' with { type: 'json' };
import reports from '../../../resources/texts/en/pages/reports.json' with { type: 'json' };
import resources from '../../../resources/texts/en/pages/resources.json' with { type: 'json' };
import roadmap from '../../../resources/texts/en/pages/roadmap.json' with { type: 'json' };
import scans from '../../../resources/texts/en/pages/scans.json' with { type: 'json' };
import settings from '../../../resources/texts/en/pages/settings.json' with { type: 'json' };
import start from '../../../resources/texts/en/pages/start.json' with { type: 'json' };
import refusals from '../../../resources/texts/en/refusals.json' with { type: 'json' };
import shape from '../../../resources/texts/en/shape.json' with { type: 'json' };
import window_ from '../../../resources/texts/en/window.json' with { type: 'json' };
import { pick } from './pick.ts';

/** The window's texts in English. */
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
