import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder } from '../../support/folder.ts';

export interface Certified {
  key: string;
  cert: string;
  /** File of the authority's own certificate: what a client hands over for ca_bundle. */
  authority: string;
}

/** A certificate for these names (`DNS:…`, `IP:…`) by an authority that nobody knows, as of a TLS-inspecting proxy. */
export function certified(...names: string[]): Certified {
  const folder = temporaryFolder();
  const at = (file: string) => join(folder, file);
  const openssl = (...args: string[]) => execFileSync('openssl', args, { stdio: 'pipe', cwd: folder });
  const newKey = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes'];
  openssl('req', '-x509', ...newKey, '-keyout', 'ca.key', '-out', 'ca.pem', '-subj', '/CN=Acme inspection');
  openssl('req', ...newKey, '-keyout', 'leaf.key', '-out', 'leaf.csr', '-subj', '/CN=leaf');
  writeFileSync(at('names'), `subjectAltName=${names.join(',')}\n`);
  const signed = ['-CA', 'ca.pem', '-CAkey', 'ca.key', '-CAcreateserial', '-extfile', 'names'];
  openssl('x509', '-req', '-in', 'leaf.csr', ...signed, '-out', 'leaf.pem');
  return {
    key: readFileSync(at('leaf.key'), 'utf8'),
    cert: readFileSync(at('leaf.pem'), 'utf8') + readFileSync(at('ca.pem'), 'utf8'),
    authority: at('ca.pem'),
  };
}
