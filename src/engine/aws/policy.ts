/** A statement of an IAM policy. */
export interface PolicyDocument {
  Version: '2012-10-17';
  Statement: { Sid: string; Effect: 'Allow' | 'Deny'; Action: string[]; Resource: '*' }[];
}

/** IAM counts the characters of a managed policy without white space (IAM quotas). */
const MANAGED_POLICY_LIMIT = 6144;
/** Plain text of a session policy (STS AssumeRole). */
const SESSION_POLICY_LIMIT = 2048;

/** Data and secrets that no reading role needs, denied where a session is scoped down. */
const NEVER = [
  's3:GetObject*',
  'secretsmanager:GetSecretValue',
  'ssm:GetParameter*',
  'kms:Decrypt',
  'dynamodb:GetItem',
  'dynamodb:Query',
  'dynamodb:Scan',
  'lambda:GetFunction',
  'ec2:GetPasswordData',
  'ec2:GetConsole*',
  'logs:GetLogEvents',
  'logs:FilterLogEvents',
  'sts:AssumeRole',
];

/** Least-privilege policies for a set of IAM actions: as many documents as IAM's size limit asks for. */
export function policiesFor(actions: Iterable<string>): PolicyDocument[] {
  const groups = [...Map.groupBy([...new Set(actions)].sort(), (action) => action.split(':')[0]!)];
  const documents: PolicyDocument[] = [];
  for (const [service, list] of groups) {
    const statement = { Sid: sid(service), Effect: 'Allow' as const, Action: list, Resource: '*' as const };
    const last = documents.at(-1);
    const extended = last && { ...last, Statement: [...last.Statement, statement] };
    if (extended && JSON.stringify(extended).length <= MANAGED_POLICY_LIMIT)
      documents[documents.length - 1] = extended;
    else documents.push({ Version: '2012-10-17', Statement: [statement] });
  }
  return documents;
}

/**
 * Policy that scopes an assumed role down to the reads of a scan, whatever the role itself allows. It must fit into
 * 2,048 characters, so where the exact actions do not, those of a service that share a verb become `ec2:Describe*`,
 * widest groups first, and what must never be read is denied beside it.
 */
export function sessionPolicyFor(actions: Iterable<string>): string {
  let allowed = [...new Set(actions)].sort();
  const write = () =>
    JSON.stringify({
      Version: '2012-10-17',
      Statement: [
        { Effect: 'Allow', Action: allowed, Resource: '*' },
        { Effect: 'Deny', Action: NEVER, Resource: '*' },
      ],
    });
  const families = [
    ...Map.groupBy(allowed, (action) => /^[a-z0-9-]+:(Describe|Get|List|BatchGet)?/.exec(action)![0]),
  ]
    .filter(([family, list]) => !family.endsWith(':') && list.length > 1)
    .sort(([, a], [, b]) => b.join().length - a.join().length);
  for (const [family, list] of families) {
    if (write().length <= SESSION_POLICY_LIMIT) break;
    allowed = [...allowed.filter((action) => !list.includes(action)), `${family}*`].sort();
  }
  const policy = write();
  if (policy.length > SESSION_POLICY_LIMIT)
    throw new Error(`The session policy has ${policy.length} characters`);
  return policy;
}

const sid = (service: string): string =>
  `Fieldbook${service
    .split('-')
    .map((word) => word[0]!.toUpperCase() + word.slice(1))
    .join('')}`;
