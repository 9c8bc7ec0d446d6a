import type { Handlers } from '../shared/contract/define.ts';
import { FieldbookError } from '../shared/contract/errors.ts';
import type { Contract } from '../shared/contract/index.ts';
import { awsEnvironment } from './aws/environment.ts';
import type { EngineContext, EngineOptions, Listener } from './context.ts';
import { appHandlers } from './handlers/app.ts';
import { awsHandlers } from './handlers/aws.ts';
import { checklistsHandlers } from './handlers/checklists.ts';
import { checksHandlers } from './handlers/checks.ts';
import { commentsHandlers } from './handlers/comments.ts';
import { compareHandlers } from './handlers/compare.ts';
import { coverageHandlers } from './handlers/coverage.ts';
import { decisionsHandlers } from './handlers/decisions.ts';
import { engagementHandlers } from './handlers/engagement.ts';
import { evidenceHandlers } from './handlers/evidence.ts';
import { exchangeHandlers } from './handlers/exchange.ts';
import { findingsHandlers } from './handlers/findings.ts';
import { historyHandlers } from './handlers/history.ts';
import { inventoryHandlers } from './handlers/inventory.ts';
import { phasesHandlers } from './handlers/phases.ts';
import { recommendationsHandlers } from './handlers/recommendations.ts';
import { reportsHandlers } from './handlers/reports.ts';
import { resourcesHandlers } from './handlers/resources.ts';
import { roadmapHandlers } from './handlers/roadmap.ts';
import { scanHandlers } from './handlers/scan.ts';
import { scoresHandlers } from './handlers/scores.ts';
import { storageHandlers } from './handlers/storage.ts';
import { trailHandlers } from './handlers/trail.ts';
import { workspaceHandlers } from './handlers/workspace.ts';
import { Prompts } from './prompts.ts';
import { ScanUnderWay } from './scan-under-way.ts';
import type { Session } from './session.ts';
import { openWorkspace, type Workspace } from './store/workspace.ts';
import { textsOf } from './texts.ts';

export interface Engine {
  handlers: Handlers<Contract>;
  subscribe(listener: Listener): () => void;
  close(): Promise<void>;
}

/** The engine: everything but windows. Starts in plain Node. */
export function createEngine(options: EngineOptions): Engine {
  const listeners = new Set<Listener>();
  let workspace: Workspace | undefined;
  let open: Session | undefined;
  const emit: Listener = (event, data) => {
    for (const listener of listeners) listener(event, data);
  };
  const context: EngineContext = {
    options,
    get workspace() {
      workspace ??= openWorkspace(options.home);
      return workspace;
    },
    aws: () => ({ env: awsEnvironment(options.env, context.workspace.preferences()) }),
    current: () => open,
    session() {
      if (!open)
        throw new FieldbookError(
          'no-engagement',
          'No engagement is open.',
          "Open one with 'fieldbook open FILE', or make one with 'fieldbook new'.",
        );
      return open;
    },
    async use(session) {
      await context.scan.stop();
      open?.close();
      open = session;
    },
    scan: new ScanUnderWay(),
    prompts: options.promptPatience === undefined ? undefined : new Prompts(emit, options.promptPatience),
    emit,
    change(what, work, stepOptions) {
      const { step, result, kinds } = context.session().records.step(what, work, stepOptions);
      if (kinds.length > 0) context.emit('changed', { what: 'records', kinds });
      return { step, result };
    },
    texts: ({ language }) => textsOf(language ?? open?.engagement.language ?? 'en'),
  };
  return {
    handlers: {
      app: appHandlers(context),
      engagement: engagementHandlers(context),
      aws: awsHandlers(context),
      scan: scanHandlers(context),
      findings: findingsHandlers(context),
      resources: resourcesHandlers(context),
      coverage: coverageHandlers(context),
      scores: scoresHandlers(context),
      compare: compareHandlers(context),
      checks: checksHandlers(context),
      checklists: checklistsHandlers(context),
      reports: reportsHandlers(context),
      exchange: exchangeHandlers(context),
      history: historyHandlers(context),
      phases: phasesHandlers(context),
      decisions: decisionsHandlers(context),
      comments: commentsHandlers(context),
      trail: trailHandlers(context),
      recommendations: recommendationsHandlers(context),
      roadmap: roadmapHandlers(context),
      evidence: evidenceHandlers(context),
      inventory: inventoryHandlers(context),
      workspace: workspaceHandlers(context),
      storage: storageHandlers(context),
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    async close() {
      await context.use(undefined);
      workspace?.close();
      workspace = undefined;
    },
  };
}
