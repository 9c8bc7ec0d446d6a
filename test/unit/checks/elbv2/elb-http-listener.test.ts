import { expect, test } from 'vitest';
import { elbHttpListener } from '../../../../src/engine/checks/elbv2/elb-http-listener.ts';
import { listenerRules, listeners, loadBalancers } from '../../../../src/engine/collectors/elbv2.ts';
import { arnOf, balancer } from './fixtures.ts';

const forward = { Type: 'forward' as const };
const redirect = (Protocol?: string) => ({
  Type: 'redirect' as const,
  RedirectConfig: { StatusCode: 'HTTP_301' as const, ...(Protocol && { Protocol }) },
});
const fixed = { Type: 'fixed-response' as const };
type Action = typeof forward | typeof fixed | ReturnType<typeof redirect>;

const listener = (action: Action, more: object = {}, scheme = 'internet-facing') =>
  balancer('app', { Scheme: scheme }).with(
    listeners,
    [
      {
        ListenerArn: 'arn:listener',
        LoadBalancerArn: arnOf('app', 'shop'),
        Protocol: 'HTTP',
        Port: 80,
        DefaultActions: [action],
        ...more,
      },
    ],
    { parent: 'shop' },
  );
const withRules = (action: Action, ...rules: Action[]) =>
  listener(action).facet(
    listenerRules,
    'arn:listener',
    [action, ...rules].map((one) => ({ Actions: [one] })),
  );

test('a listener that forwards in clear text fails, and its rules are not asked for', () => {
  const verdict = listener(forward).verdict(elbHttpListener);
  expect(verdict).toMatchObject({ status: 'fail', reason: 'forwards', parameters: { port: 80 } });
  expect(verdict.severity).toBeUndefined();
});

test('behind an internal load balancer it is milder', () => {
  expect(listener(forward, {}, 'internal').verdict(elbHttpListener).severity).toBe('low');
});

test('a redirect by default with a rule that forwards fails', () => {
  expect(withRules(redirect('HTTPS'), forward, fixed).verdict(elbHttpListener)).toMatchObject({
    status: 'fail',
    reason: 'rules-forward',
    parameters: { rules: 1 },
  });
});

test.each(['HTTP', '#{protocol}', undefined])(
  'a redirect to the protocol %s stays in clear text',
  (protocol) => {
    expect(withRules(redirect(protocol)).verdict(elbHttpListener)).toMatchObject({
      status: 'fail',
      reason: 'redirects-in-clear',
    });
  },
);

test('a listener that redirects to HTTPS or answers by itself passes', () => {
  expect(withRules(redirect('HTTPS')).verdict(elbHttpListener)).toMatchObject({
    status: 'pass',
    reason: 'no-content',
  });
  expect(withRules(fixed, redirect('HTTPS')).verdict(elbHttpListener).status).toBe('pass');
});

test('a listener of another protocol is not applicable', () => {
  expect(listener(forward, { Protocol: 'HTTPS', Port: 443 }).verdict(elbHttpListener)).toMatchObject({
    status: 'not-applicable',
    parameters: { protocol: 'HTTPS' },
  });
});

test.each([listeners, loadBalancers, listenerRules])('without a read everything is unknown', (read) => {
  const judged = withRules(redirect('HTTPS')).without(read).judge(elbHttpListener);
  expect(new Set(judged.map(({ verdict }) => verdict.status))).toEqual(new Set(['unknown']));
});
