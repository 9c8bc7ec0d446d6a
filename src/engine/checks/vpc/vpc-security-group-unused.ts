import {
  launchTemplateDefault,
  launchTemplates,
  networkInterfaces,
  securityGroups,
} from '../../collectors/ec2.ts';
import { services } from '../../collectors/ecs.ts';
import { functions } from '../../collectors/lambda.ts';
import { check, fail, notApplicable, pass } from '../check.ts';
import {
  groupsInRules,
  groupsOfFunction,
  groupsOfInterface,
  groupsOfService,
  groupsOfTemplate,
} from './keys.ts';

/**
 * Interfaces alone do not tell: functions that nobody calls and services without tasks have none and still need the
 * group. What other services keep in their settings is not read, so the sentence names what was looked at.
 */
export const vpcSecurityGroupUnused = check({
  id: 'vpc-security-group-unused',
  version: 1,
  aspect: 'resource-usage',
  severity: 'low',
  on: securityGroups,
  reads: [networkInterfaces, launchTemplates, launchTemplateDefault, functions, services],
  references: ['WA:SEC05-BP02', 'WA:COST04-BP03'],
  effort: 'S',
  fix: { cli: ({ body }) => `aws ec2 delete-security-group --group-id ${body.GroupId}` },
  judge({ account, body }, { estate }) {
    const { GroupId: id = '', GroupName: name = '', OwnerId: owner } = body;
    // A default group cannot be deleted.
    if (name === 'default') return notApplicable('default');
    if (owner && owner !== account) return notApplicable('shared', { owner });
    const card = estate.index(networkInterfaces, groupsOfInterface).get(id)?.[0];
    if (card) return pass('on-interface', { interface: card.body.NetworkInterfaceId ?? '' });
    const group = estate.index(securityGroups, groupsInRules).get(id)?.[0];
    if (group) return pass('in-rule', { group: group.name });
    const templates = estate.index(launchTemplates, groupsOfTemplate);
    const template = (templates.get(id) ?? templates.get(name))?.[0];
    if (template) return pass('in-template', { template: template.name });
    const lambda = estate.index(functions, groupsOfFunction).get(id)?.[0];
    if (lambda) return pass('in-function', { function: lambda.name });
    const service = estate.index(services, groupsOfService).get(id)?.[0];
    if (service) return pass('in-service', { service: service.name });
    return fail('unused', {}, { seen: { VpcId: body.VpcId, Description: body.Description } });
  },
});
