/** Hosts whose pages may be opened in the browser, and those below them. */
export const openableHosts = [
  'console.aws.amazon.com',
  'console.amazonaws-us-gov.com',
  'console.amazonaws.cn',
  'docs.aws.amazon.com',
  'www.ecfr.gov',
] as const;

/** True for what the window may ask the system's browser to show. */
export function isOpenable(url: string): boolean {
  if (!URL.canParse(url)) return false;
  const { protocol, hostname, username, password, port } = new URL(url);
  return (
    protocol === 'https:' &&
    username + password + port === '' &&
    openableHosts.some(
      (host) => hostname === host || (host.startsWith('console.') && hostname.endsWith(`.${host}`)),
    )
  );
}

/**
 * Where a reference of a check is explained: controls of AWS Foundational Security Best Practices and sections of the
 * HIPAA Security Rule have pages of their own; for the rest null.
 */
export function referenceUrl(reference: string): string | null {
  const control = /^FSBP:([A-Za-z0-9]+)\.(\d+)$/.exec(reference);
  if (control) {
    const [, service, number] = control as unknown as [string, string, string];
    const name = service.toLowerCase();
    return `https://docs.aws.amazon.com/securityhub/latest/userguide/${name}-controls.html#${name}-${number}`;
  }
  const section = /^HIPAA:(\d+\.\d+)/.exec(reference);
  return section ? `https://www.ecfr.gov/current/title-45/section-${section[1]}` : null;
}
