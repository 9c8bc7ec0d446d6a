import type { Tags } from '../../../shared/model/resource.ts';

/** Tags by which a manager marks what it runs, and the manager's name. */
const managers = Object.entries({
  'aws:autoscaling:groupName': 'Auto Scaling',
  'eks:nodegroup-name': 'Amazon EKS',
  'karpenter.sh/nodepool': 'Karpenter',
  'aws:backup:source-resource': 'AWS Backup',
  'aws:dlm:lifecycle-policy-id': 'Data Lifecycle Manager',
});

/** Who runs a resource for the client, so that acting on it alone is undone or forbidden; undefined for nobody. */
export function managerOf(
  tags: Tags,
  operator?: { Managed?: boolean | undefined; Principal?: string | undefined },
): string | undefined {
  if (operator?.Managed) return operator.Principal ?? 'AWS';
  for (const [key, name] of managers) if (key in tags) return `${name} (${tags[key]})`;
  return undefined;
}
