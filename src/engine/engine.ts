import type { Handlers } from '../shared/contract/define.ts';
import { FieldbookError } from '../shared/contract/errors.ts';
import type { Contract } from '../shared/contract/index.ts';
import type { EngineContext, EngineOptions, Listener } from './context.ts';
import { appHandlers } from './handlers/app.ts';
import { awsHandlers } from './handlers/aws.ts';
import { checksHandlers } from './handlers/checks.ts';
import { compareHandlers } from './handlers/compare.ts';
import { coverageHandlers } from './handlers/coverage.ts';
import { engagementHandlers } from './handlers/engagement.ts';
import { exchangeHandlers } from './handlers/exchange.ts';
import { findingsHandlers } from './handlers/findings.ts';
import { reportsHandlers } from './handlers/reports.ts';
import { resourcesHandlers } from './handlers/resources.ts';
import { scanHandlers } from './handlers/scan.ts';
import { scoresHandlers } from './handlers/scores.ts';
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
  const context: EngineContext = {
    options,
    get workspace() {
      workspace ??= openWorkspace(options.home);
      return workspace;
    },
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
    use(session) {
      open?.close();
      open = session;
    },
    emit: (event, data) => {
      for (const listener of listeners) listener(event, data);
    },
    texts: () => textsOf(open?.engagement.language ?? 'en'),
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
      reports: reportsHandlers(context),
      exchange: exchangeHandlers(context),
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    async close() {
      context.use(undefined);
      workspace?.close();
      workspace = undefined;
    },
  };
}
