import { listenerRules, listeners, loadBalancers } from '../../collectors/elbv2.ts';
import type { Body } from '../../collectors/read.ts';
import { check, fail, notApplicable, pass } from '../check.ts';
import { byArn } from '../vpc/keys.ts';

type Actions = Body<typeof listeners>['DefaultActions'];

const forwards = (actions: Actions) => actions?.some(({ Type }) => Type === 'forward') ?? false;
/** A redirect that names no protocol keeps that of the request. */
const redirectsInClear = (actions: Actions) =>
  actions?.some(({ Type, RedirectConfig }) => Type === 'redirect' && RedirectConfig?.Protocol !== 'HTTPS') ??
  false;

/** A listener whose default action redirects may still have rules that forward in clear text. */
export const elbHttpListener = check({
  id: 'elb-http-listener',
  version: 1,
  aspect: 'networking',
  severity: 'medium',
  on: listeners,
  reads: [listenerRules, loadBalancers],
  references: ['FSBP:ELB.1', 'FSBP:ELB.18', 'WA:SEC09-BP02', 'HIPAA:164.312(e)(1)'],
  effort: 'S',
  fix: {
    cli: ({ arn }) =>
      `aws elbv2 modify-listener --listener-arn ${arn} --default-actions 'Type=redirect,RedirectConfig={Protocol=HTTPS,Port=443,StatusCode=HTTP_301}'`,
    terraform: () =>
      'resource "aws_lb_listener" "<name>" {\n  port     = 80\n  protocol = "HTTP"\n  default_action {\n    type = "redirect"\n    redirect {\n      protocol    = "HTTPS"\n      port        = "443"\n      status_code = "HTTP_301"\n    }\n  }\n}',
  },
  judge(listener, { estate }) {
    const { Protocol: protocol = '', Port: port = 0, DefaultActions, LoadBalancerArn } = listener.body;
    if (protocol !== 'HTTP') return notApplicable('not-http', { protocol });
    const balancer = estate.index(loadBalancers, byArn).get(LoadBalancerArn ?? '')?.[0];
    const scheme = balancer?.body.Scheme;
    const details = {
      seen: {
        Protocol: protocol,
        Port: port,
        Scheme: scheme,
        actions: DefaultActions?.map(({ Type = '' }) => Type),
      },
      ...(scheme === 'internal' && { severity: 'low' as const }),
    };
    if (forwards(DefaultActions)) return fail('forwards', { port }, details);
    const rules = listener.get(listenerRules) ?? [];
    const forwarding = rules.filter(({ Actions }) => forwards(Actions)).length;
    if (forwarding > 0) return fail('rules-forward', { port, rules: forwarding }, details);
    if (redirectsInClear(DefaultActions) || rules.some(({ Actions }) => redirectsInClear(Actions)))
      return fail('redirects-in-clear', { port }, details);
    return pass('no-content', { port }, { seen: details.seen });
  },
});
