import type { Settings } from './settings';

/**
 * What a rule for the header `Cookie` needs, which no program may set itself (a gateway's simple REST form). It shows no
 * warning; hosts are asked for by themselves.
 */
export const cookieRulePermission = 'declarativeNetRequestWithHostAccess';

/** Address of the telephone system's web pages and API, without a slash at the end; '' until set up. */
export function ucmOrigin(ucm: Settings['ucm']): string {
  if (ucm.host === '') return '';
  return `${ucm.https ? 'https' : 'http'}://${ucm.host}:${ucm.port}`;
}

/** Match pattern of the telephone system, '' until set up. A pattern must not name a port: all ports of the host. */
export function ucmPattern(ucm: Settings['ucm']): string {
  return patternOf(ucmOrigin(ucm));
}

/** Match pattern of Dolibarr's host, '' until set up. */
export function dolibarrPattern(dolibarr: Settings['dolibarr']): string {
  return patternOf(dolibarr.root);
}

/** The hosts that the extension may be given access to: the two that are set, each once, and no other. */
export function accessPatterns(settings: Settings): string[] {
  const patterns = [ucmPattern(settings.ucm), dolibarrPattern(settings.dolibarr)];
  return [...new Set(patterns.filter((pattern) => pattern !== ''))];
}

function patternOf(address: string): string {
  if (!URL.canParse(address)) return '';
  const url = new URL(address);
  return `${url.protocol}//${url.hostname}/*`;
}
