import { flowLogs, vpcs } from '../../collectors/ec2.ts';
import { check, fail, notApplicable, pass } from '../check.ts';
import type { KeyOf } from './keys.ts';

const byLogged: KeyOf<typeof flowLogs> = ({ body }) => body.ResourceId;

/** A flow log whose delivery fails logs nothing, though the service calls it active. */
export const vpcFlowLogs = check({
  id: 'vpc-flow-logs',
  version: 1,
  aspect: 'networking',
  severity: 'medium',
  on: vpcs,
  reads: [flowLogs],
  references: ['CIS-7.0:4.7', 'FSBP:EC2.6', 'WA:SEC04-BP01', 'HIPAA:164.312(b)'],
  effort: 'S',
  fix: {
    cli: ({ body }) =>
      `aws ec2 create-flow-logs --resource-type VPC --resource-ids ${body.VpcId} --traffic-type REJECT --log-destination-type s3 --log-destination arn:aws:s3:::<bucket>`,
    terraform: () =>
      'resource "aws_flow_log" "<name>" {\n  vpc_id               = "<vpc>"\n  traffic_type         = "REJECT"\n  log_destination_type = "s3"\n  log_destination      = "arn:aws:s3:::<bucket>"\n}',
  },
  judge({ account, body }, { estate }) {
    // The logs of a shared VPC are its owner's, and other accounts do not see them.
    if (body.OwnerId && body.OwnerId !== account) return notApplicable('shared', { owner: body.OwnerId });
    const logs = estate.index(flowLogs, byLogged).get(body.VpcId ?? '') ?? [];
    const active = logs.filter((log) => log.body.FlowLogStatus === 'ACTIVE');
    if (active.length === 0) return fail('none', {}, { seen: { IsDefault: body.IsDefault } });
    const working = active.find((log) => log.body.DeliverLogsStatus !== 'FAILED');
    const { FlowLogId: id = '', TrafficType: traffic = '' } = (working ?? active[0]!).body;
    if (working) return pass('logged', { id, traffic });
    const error = active[0]!.body.DeliverLogsErrorMessage ?? '';
    return fail('not-delivered', { id, error }, { seen: { FlowLogId: id, DeliverLogsErrorMessage: error } });
  },
});
