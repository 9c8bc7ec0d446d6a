/**
 * When an instance was stopped, from the words of StateTransitionReason, `User initiated (2026-01-15 12:34:56 GMT)`:
 * there is no property for it. Undefined when the words tell no time, as after a shutdown from within.
 */
export function stoppedSince(reason: string | undefined): string | undefined {
  const [, day, time] = /\((\d{4}-\d\d-\d\d) (\d\d:\d\d:\d\d) (?:GMT|UTC)\)/.exec(reason ?? '') ?? [];
  return day && time && `${day}T${time}Z`;
}
