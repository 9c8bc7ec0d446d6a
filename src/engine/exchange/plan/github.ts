import type { Texts } from '../../texts.ts';
import type { PlanAction } from './actions.ts';
import { issueBody, labelsOf } from './issue.ts';
import { markdown } from './markup.ts';

/**
 * A line of JSON for each open action, which is what GitHub's REST API takes to make an issue:
 * `while read -r issue; do gh api repos/OWNER/REPO/issues --input - <<< "$issue"; done < actions.jsonl`
 */
export const githubLines = (actions: readonly PlanAction[], texts: Texts): string[] =>
  actions
    .filter(({ item }) => item.horizon !== 'done')
    .map((action) =>
      JSON.stringify({
        title: `${action.ref} ${action.item.title}`,
        body: issueBody(action, texts, markdown),
        labels: labelsOf(action),
      }),
    );
