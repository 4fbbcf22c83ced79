/** Where a UCM is: `host` as it stands in a URL (IPv6 in brackets, lower case). */
export interface UcmAddress {
  host: string;
  port: number;
  https: boolean;
}

/** The web UI and the HTTPS API share this port unless somebody moved them (section 1.1). */
const usualPort = 8089;

/** Grandstream's own names: CloudUCM answers on 8443, RemoteConnect on 443 (section 1.3). */
const cloudPorts: [suffix: string, port: number][] = [
  ['.myucm.cloud', 8443],
  ['.gdms.cloud', 443],
];

/**
 * Reads what a person pastes or types: the address bar of the UCM's web page, `host`, `host:port`, an IP address.
 * A whole URL means what it means in the browser (no port: 443 or 80); a bare name gets the UCM's usual port.
 * undefined when no host can be read.
 */
export function parseUcmAddress(text: string): UcmAddress | undefined {
  const typed = text.trim();
  if (typed === '' || /\s/.test(typed)) return undefined;
  const scheme = /^([a-z][a-z0-9+.-]*):\/\//i.exec(typed)?.[1]?.toLowerCase();
  if (scheme !== undefined && scheme !== 'https' && scheme !== 'http') return undefined;
  const url = readUrl(scheme ? typed : `https://${bracketed(typed)}`);
  if (!url || url.hostname === '') return undefined;
  const https = scheme !== 'http';
  const given = scheme ? Number(url.port) || (https ? 443 : 80) : typedPort(typed, url);
  return { host: url.hostname, port: given ?? cloudPort(url.hostname) ?? usualPort, https };
}

function readUrl(text: string): URL | undefined {
  return URL.canParse(text) ? new URL(text) : undefined;
}

/** `fe80::1` is an address without a port, as two colons tell. */
function bracketed(text: string): string {
  return /^[0-9a-f]*:[0-9a-f:.]*:[0-9a-f.]*$/i.test(text) ? `[${text}]` : text;
}

/** URL drops a port that is its scheme's own: `pbx:443` was typed with one. */
function typedPort(typed: string, url: URL): number | undefined {
  if (url.port !== '') return Number(url.port);
  return /:0*443(?:[/?#]|$)/.test(bracketed(typed)) && !bracketed(typed).endsWith(']') ? 443 : undefined;
}

function cloudPort(host: string): number | undefined {
  return cloudPorts.find(([suffix]) => host.endsWith(suffix))?.[1];
}
