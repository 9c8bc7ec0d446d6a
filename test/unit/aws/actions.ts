import { readFileSync } from 'node:fs';

/**
 * IAM actions as sections 6.2 and 6.3 of docs' cost-and-compliance list them: what a strict reader may ask for, and
 * what looks like reading and gives data, secrets, costs or side effects. Names may end in a star.
 */
const lists = JSON.parse(readFileSync(new URL('actions.json', import.meta.url), 'utf8')) as Record<
  'proposed' | 'never',
  Record<string, string[]>
>;

const flat = (list: Record<string, string[]>): string[] =>
  Object.entries(list).flatMap(([service, names]) => names.map((name) => `${service}:${name}`));

export const proposed: ReadonlySet<string> = new Set(flat(lists.proposed));
export const never: readonly string[] = flat(lists.never);

/** Whether a pattern of a policy, such as `s3:Get*`, means an action; IAM does not mind capitals. */
export const covers = (pattern: string, action: string): boolean =>
  new RegExp(`^${pattern.replaceAll('*', '.*')}$`, 'i').test(action);
