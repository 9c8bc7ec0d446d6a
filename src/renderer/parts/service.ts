/** Services as people say them, where CloudFormation writes them otherwise. */
const services: Record<string, string> = { ElasticLoadBalancingV2: 'ELB', AutoScaling: 'Auto Scaling' };

/** A CloudFormation type as people say it: `EC2 Security Group` for `AWS::EC2::SecurityGroup`. */
export function typeName(type: string): string {
  const [, service = '', thing = ''] = type.split('::');
  if (!thing) return type;
  const name = thing.replace(/([a-z0-9])([A-Z])/g, '$1 $2').replace(/([A-Z]+)([A-Z][a-z])/g, '$1 $2');
  const of = services[service] ?? service;
  return name.startsWith(of) ? name : `${of} ${name}`.trim();
}

/** A service as people say it. */
export const serviceName = (service: string): string => services[service] ?? service;
