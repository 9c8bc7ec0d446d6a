import { type ChildProcess, spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage, request, type Server, type ServerResponse } from 'node:http';
import { type AddressInfo, createServer as createTcpServer } from 'node:net';
import { join } from 'node:path';
import { temporaryFolder } from './folder.ts';

const bin = join(import.meta.dirname, '..', '..', '.cache', 'emulators', 'bin');

/** A request as it came over the wire, named as CloudTrail would name it. */
export interface Recorded {
  method: string;
  path: string;
  /** Operation, from the query protocol, the target header or the path; for S3 and other REST, method and path. */
  operation: string | null;
}

export interface Emulator {
  /** Where the SDK goes: a recorder in front of the emulator. */
  endpoint: string;
  requests: Recorded[];
  /** While true, every session has run out: AWS's own refusal comes back, and the emulator is asked nothing. */
  expired: boolean;
  stop(): Promise<void>;
}

/** Starts an emulator on a free port, with a recorder of everything that it is asked. */
export async function startEmulator(name: 'moto' | 'ministack'): Promise<Emulator> {
  const port = await freePort();
  const child =
    name === 'moto'
      ? start(join(bin, 'moto_server'), ['-p', String(port)], {})
      : start(join(bin, 'ministack'), [], { GATEWAY_PORT: String(port), LOG_LEVEL: 'ERROR' });
  await answering(child, port);
  const requests: Recorded[] = [];
  const session = { expired: false };
  const recorder = await startRecorder(port, requests, session);
  return Object.assign(session, {
    endpoint: `http://127.0.0.1:${(recorder.address() as AddressInfo).port}`,
    requests,
    async stop() {
      recorder.closeAllConnections();
      recorder.close();
      if (child.exitCode === null) {
        child.kill('SIGTERM');
        await new Promise((resolve) => child.once('exit', resolve));
      }
    },
  });
}

/** AWS files with profiles that point at an emulator; gives the environment that names them. */
export function profilesFor(endpoint: string, config: string, credentials: string): NodeJS.ProcessEnv {
  const folder = temporaryFolder();
  const files = {
    AWS_CONFIG_FILE: join(folder, 'config'),
    AWS_SHARED_CREDENTIALS_FILE: join(folder, 'credentials'),
  };
  writeFileSync(files.AWS_CONFIG_FILE, config.replaceAll('ENDPOINT', endpoint));
  writeFileSync(files.AWS_SHARED_CREDENTIALS_FILE, credentials);
  return files;
}

function start(command: string, args: string[], env: Record<string, string>): ChildProcess {
  return spawn(command, args, { stdio: 'ignore', env: { ...process.env, ...env } });
}

async function answering(child: ChildProcess, port: number): Promise<void> {
  const until = Date.now() + 60_000;
  while (Date.now() < until) {
    if (child.exitCode !== null) throw new Error(`The emulator ended with ${child.exitCode}`);
    const ok = await new Promise<boolean>((resolve) => {
      const probe = request({ host: '127.0.0.1', port, path: '/', timeout: 1000 }, (response) => {
        response.resume();
        resolve(true);
      });
      probe.on('error', () => resolve(false));
      probe.on('timeout', () => probe.destroy());
      probe.end();
    });
    if (ok) return;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  throw new Error('The emulator did not answer within a minute');
}

async function startRecorder(
  port: number,
  requests: Recorded[],
  session: { expired: boolean },
): Promise<Server> {
  const server = createServer((incoming, outgoing) => {
    const chunks: Buffer[] = [];
    incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
    incoming.on('end', () => {
      const body = Buffer.concat(chunks);
      requests.push(recorded(incoming, body));
      if (session.expired) {
        refuseExpired(incoming, outgoing);
        return;
      }
      const forwarded = request(
        { host: '127.0.0.1', port, method: incoming.method, path: incoming.url, headers: incoming.headers },
        (answer) => {
          outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
          answer.pipe(outgoing);
        },
      );
      forwarded.on('error', () => outgoing.destroy());
      forwarded.end(body);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return server;
}

/** As AWS words it, in the protocol that the request speaks. */
function refuseExpired({ headers }: IncomingMessage, answer: ServerResponse): void {
  const message = 'The security token included in the request is expired';
  const type = headers['content-type'] ?? '';
  if (type.includes('json'))
    answer
      .writeHead(400, { 'content-type': type })
      .end(JSON.stringify({ __type: 'ExpiredTokenException', message }));
  else
    answer
      .writeHead(400, { 'content-type': 'text/xml' })
      .end(
        `<ErrorResponse><Error><Type>Sender</Type><Code>ExpiredToken</Code><Message>${message}</Message></Error><RequestId>1</RequestId></ErrorResponse>`,
      );
}

function recorded({ method = '', url = '', headers }: IncomingMessage, body: Buffer): Recorded {
  const target = headers['x-amz-target'];
  const operation =
    (typeof target === 'string' ? target.split('.').at(-1) : undefined) ??
    /(?:^|&)Action=(\w+)/.exec(body.toString('latin1'))?.[1] ??
    /\/operation\/(\w+)$/.exec(url)?.[1] ??
    null;
  return { method, path: url, operation };
}

async function freePort(): Promise<number> {
  const server = createTcpServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
