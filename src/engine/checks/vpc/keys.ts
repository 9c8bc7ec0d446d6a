import {
  type instances,
  launchTemplateDefault,
  type launchTemplates,
  type networkInterfaces,
  type securityGroups,
} from '../../collectors/ec2.ts';
import type { services } from '../../collectors/ecs.ts';
import type { functions } from '../../collectors/lambda.ts';
import type { Listing } from '../../collectors/read.ts';
import type { IndexKey, Resource } from '../estate.ts';

/** Key of an index over a listing, such as `KeyOf<typeof instances>`. Must be a constant: see Estate.index. */
export type KeyOf<L> = L extends Listing<infer B> ? IndexKey<B> : never;

export const byInstanceId: KeyOf<typeof instances> = ({ body }) => body.InstanceId;
export const byGroupId: KeyOf<typeof securityGroups> = ({ body }) => body.GroupId;

/** For any listing. */
export const byArn = <B>({ arn }: Resource<B>): string => arn;

/** For whatever lives in a VPC. */
export const byVpc = <B>({ body }: Resource<B>): string | undefined => (body as { VpcId?: string }).VpcId;

/** The groups of a network interface. */
export const groupsOfInterface: KeyOf<typeof networkInterfaces> = ({ body }) =>
  body.Groups?.flatMap(({ GroupId }) => GroupId ?? []);

/** The groups that the rules of a group name, without itself. */
export const groupsInRules: KeyOf<typeof securityGroups> = ({ body }) =>
  [...(body.IpPermissions ?? []), ...(body.IpPermissionsEgress ?? [])]
    .flatMap((permission) => permission.UserIdGroupPairs ?? [])
    .flatMap(({ GroupId }) => (GroupId && GroupId !== body.GroupId ? [GroupId] : []));

/** The groups that the default version of a launch template gives to its instances, by id or by name. */
export const groupsOfTemplate: KeyOf<typeof launchTemplates> = (template) => {
  const data = template.get(launchTemplateDefault)?.LaunchTemplateData;
  return [
    ...(data?.SecurityGroupIds ?? []),
    ...(data?.SecurityGroups ?? []),
    ...(data?.NetworkInterfaces ?? []).flatMap(({ Groups }) => Groups ?? []),
  ];
};

/** The groups that a function is configured with; AWS takes its interfaces away when it is not called for long. */
export const groupsOfFunction: KeyOf<typeof functions> = ({ body }) => body.VpcConfig?.SecurityGroupIds;

/** The groups that a service gives to its tasks, of which there may be none just now. */
export const groupsOfService: KeyOf<typeof services> = ({ body }) =>
  body.networkConfiguration?.awsvpcConfiguration?.securityGroups;
