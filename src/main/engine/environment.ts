/**
 * What the engine may know of the environment: where things are, who the person is in AWS, how to get through the
 * client's proxy. Everything else stays behind: switches that change how Node or Electron run, and secrets of
 * other programs.
 */
const names = new Set([
  // The system
  'PATH',
  'HOME',
  'USER',
  'LOGNAME',
  'USERPROFILE',
  'APPDATA',
  'LOCALAPPDATA',
  'SYSTEMROOT',
  'WINDIR',
  'COMSPEC',
  'PATHEXT',
  'TMPDIR',
  'TEMP',
  'TMP',
  'LANG',
  'TZ',
  // The way out; also where NODE_OPTIONS is switched off, this one is read by the engine itself
  'HTTP_PROXY',
  'HTTPS_PROXY',
  'NO_PROXY',
  'NODE_EXTRA_CA_CERTS',
  'FIELDBOOK_HOME',
]);

/** `AWS_*` as a whole: profile, region, files, endpoints, keys of a session. */
const families = ['AWS_', 'XDG_', 'LC_'];

export function engineEnvironment(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return Object.fromEntries(
    Object.entries(env).filter(([name]) => {
      // Windows does not tell case apart, and proxies are written in either.
      const upper = name.toUpperCase();
      return names.has(upper) || families.some((family) => upper.startsWith(family));
    }),
  );
}
