/** A statement of an IAM policy. */
export interface PolicyDocument {
  Version: '2012-10-17';
  Statement: { Sid: string; Effect: 'Allow' | 'Deny'; Action: string[]; Resource: '*' }[];
}

/** IAM counts the characters of a managed policy without white space (IAM quotas). */
const MANAGED_POLICY_LIMIT = 6144;
/** Plain text of a session policy (STS AssumeRole). */
const SESSION_POLICY_LIMIT = 2048;

/** Data, secrets and configuration that holds them, which no read needs; denied where a session is scoped down. */
const NEVER = [
  's3:GetObject*',
  's3:GetDataAccess',
  'secretsmanager:GetSecretValue',
  'ssm:GetParameter*',
  'kms:Decrypt',
  'dynamodb:GetItem',
  'dynamodb:Query',
  'dynamodb:Scan',
  'lambda:GetFunction',
  'ec2:GetPasswordData',
  'ec2:GetConsole*',
  'ec2:DescribeInstanceAttribute',
  'ec2:DescribeVpnConnections',
  'logs:GetLogEvents',
  'logs:FilterLogEvents',
  'sts:AssumeRole',
];

/** Least-privilege policies for a set of IAM actions: as many documents as IAM's size limit asks for. */
export function policiesFor(actions: Iterable<string>): PolicyDocument[] {
  const groups = [...Map.groupBy([...new Set(actions)].sort(), (action) => action.split(':')[0]!)];
  const documents: PolicyDocument[] = [];
  for (const statement of groups.flatMap(([service, list]) => statementsFor(service, list))) {
    const last = documents.at(-1);
    const extended = last && { ...last, Statement: [...last.Statement, statement] };
    if (extended && fits(extended)) documents[documents.length - 1] = extended;
    else documents.push(documentOf(statement));
  }
  return documents;
}

/** One statement for a service; halves where its actions alone are more than a policy holds. */
function statementsFor(service: string, actions: string[]): PolicyDocument['Statement'] {
  const statement = { Sid: sid(service), Effect: 'Allow' as const, Action: actions, Resource: '*' as const };
  if (fits(documentOf(statement)) || actions.length === 1) return [statement];
  const middle = Math.ceil(actions.length / 2);
  return [
    ...statementsFor(service, actions.slice(0, middle)),
    ...statementsFor(service, actions.slice(middle)),
  ];
}

const documentOf = (statement: PolicyDocument['Statement'][number]): PolicyDocument => ({
  Version: '2012-10-17',
  Statement: [statement],
});

const fits = (document: PolicyDocument): boolean => JSON.stringify(document).length <= MANAGED_POLICY_LIMIT;

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
