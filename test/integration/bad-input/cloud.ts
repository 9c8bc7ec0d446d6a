import { createServer, type IncomingMessage, type RequestListener, type ServerResponse } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';

export interface Asked {
  /** Operation, such as `DescribeVolumes`; the path where a protocol has none. */
  operation: string;
  /** As in the signature. */
  region: string;
  service: string;
  body: string;
}

export type Answer = (asked: Asked, response: ServerResponse, request: IncomingMessage) => void;

export interface Cloud {
  url: string;
  port: number;
  asked: Asked[];
}

/** A server of our own in the place of AWS, until the test is over. With `tls` it speaks HTTPS. */
export async function cloud(answer: Answer, tls?: { key: string; cert: string }): Promise<Cloud> {
  const asked: Asked[] = [];
  const listener: RequestListener = (request, response) => {
    let body = '';
    request.on('data', (chunk) => {
      body += chunk;
    });
    request.on('end', () => {
      const one = read(request, body);
      asked.push(one);
      answer(one, response, request);
    });
  };
  const server = tls ? createSecureServer(tls, listener) : createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const { port } = server.address() as AddressInfo;
  return { url: `${tls ? 'https' : 'http'}://127.0.0.1:${port}`, port, asked };
}

function read({ headers, url = '' }: IncomingMessage, body: string): Asked {
  const [, region = '', service = ''] =
    /Credential=[^/]+\/\d+\/([^/]+)\/([^/]+)\//.exec(headers.authorization ?? '') ?? [];
  const target = headers['x-amz-target'];
  const operation =
    (typeof target === 'string' ? target.split('.').at(-1) : undefined) ??
    /(?:^|&)Action=(\w+)/.exec(body)?.[1] ??
    url;
  return { operation, region, service, body };
}

/** Answers with a status and a text. */
export const says =
  (status: number, text: string, headers: Record<string, string> = {}): Answer =>
  (_asked, response) => {
    response.writeHead(status, { 'content-type': 'text/xml', ...headers }).end(text);
  };

/** An error as the query protocol writes it. */
export const refuses = (status: number, code: string, message: string): Answer =>
  says(
    status,
    `<ErrorResponse><Error><Type>Sender</Type><Code>${code}</Code><Message>${message}</Message></Error><RequestId>1</RequestId></ErrorResponse>`,
  );

/** An error as EC2 writes it. */
export const refusesEc2 = (status: number, code: string, message: string): Answer =>
  says(
    status,
    `<Response><Errors><Error><Code>${code}</Code><Message>${message}</Message></Error></Errors><RequestID>1</RequestID></Response>`,
  );

export const ACCOUNT = '111122223333';

const identity = (account: string): Answer =>
  says(
    200,
    `<GetCallerIdentityResponse><GetCallerIdentityResult><Arn>arn:aws:iam::${account}:user/ana</Arn><UserId>AIDA</UserId><Account>${account}</Account></GetCallerIdentityResult><ResponseMetadata><RequestId>1</RequestId></ResponseMetadata></GetCallerIdentityResponse>`,
  );

const regions = (names: readonly string[]): Answer =>
  says(
    200,
    `<DescribeRegionsResponse><requestId>1</requestId><regionInfo>${names
      .map((name) => `<item><regionName>${name}</regionName><optInStatus>opted-in</optInStatus></item>`)
      .join('')}</regionInfo></DescribeRegionsResponse>`,
  );

const volumes = (names: readonly string[]): Answer =>
  says(
    200,
    `<DescribeVolumesResponse><requestId>1</requestId><volumeSet>${names
      .map(
        (name) =>
          `<item><volumeId>${name}</volumeId><size>100</size><volumeType>gp2</volumeType><status>in-use</status></item>`,
      )
      .join('')}</volumeSet></DescribeVolumesResponse>`,
  );

const alone: Answer = (_asked, response) => {
  response
    .writeHead(400, { 'content-type': 'application/x-amz-json-1.1', 'x-amzn-requestid': '1' })
    .end('{"__type":"AWSOrganizationsNotInUseException","message":"Your account is not a member."}');
};

/**
 * An account that is well: a lone one with a volume in each of two regions. What is given goes before it, by
 * operation; undefined leaves it as it is.
 */
export const account =
  (special: (asked: Asked) => Answer | undefined = () => undefined): Answer =>
  (asked, response, request) => {
    const known: Record<string, Answer> = {
      GetCallerIdentity: identity(ACCOUNT),
      DescribeRegions: regions(['eu-west-1', 'us-east-1']),
      DescribeOrganization: alone,
      DescribeVolumes: volumes([`vol-${asked.region}`]),
    };
    const answer = special(asked) ?? known[asked.operation] ?? says(404, '');
    answer(asked, response, request);
  };
