/** What the window says of findings; the rest of that table is the engine's. */
export const pick = <
  F extends { aspects: object; severities: object; statuses: object; decisions: object; outcomes: object },
>(
  findings: F,
) => ({
  aspectNames: findings.aspects as F['aspects'],
  severities: findings.severities as F['severities'],
  statuses: findings.statuses as F['statuses'],
  decisionStates: findings.decisions as F['decisions'],
  outcomes: findings.outcomes as F['outcomes'],
});
