import { addressIn } from './pasted-text';

/** What an address that somebody pasted or typed says about the telephone system. Absent: the address does not say it. */
export interface PastedUcm {
  /** as a URL writes it: lower case, IPv6 in brackets, no port */
  host: string;
  port?: number;
  https?: boolean;
}

/**
 * Any address of the telephone system, from a bare name to a page of its web interface (`https://pbx.example:8089/#/cdr`).
 * The API answers where the web interface does (CDR notes, section 1.1), so its port is the right one; an address
 * copied without one means that of its scheme. Plain http is where the UCM only redirects from: its port 80 says nothing.
 * Undefined when it is no address.
 */
export function parsePastedUcm(text: string): PastedUcm | undefined {
  const url = urlOf(text);
  if (!url) return undefined;
  const host = url.address.hostname;
  if (url.scheme === '') {
    const port = url.port ?? cloudPort(host);
    return port === undefined ? { host } : { host, port };
  }
  const https = url.scheme === 'https';
  const port = url.port ?? (https ? (cloudPort(host) ?? 443) : undefined);
  return port === undefined ? { host, https } : { host, port, https };
}

/** Ports of Grandstream's own services (CDR notes, section 1.3): CloudUCM answers at 8443, RemoteConnect at 443. */
function cloudPort(host: string): number | undefined {
  if (host.endsWith('.myucm.cloud')) return 8443;
  if (host.endsWith('.gdms.cloud')) return 443;
  return undefined;
}

interface Parsed {
  scheme: '' | 'http' | 'https';
  /** as written, also when it is the scheme's own */
  port: number | undefined;
  address: URL;
}

function urlOf(text: string): Parsed | undefined {
  const parts = /^(?:(https?):\/\/)?(?:[^/?#@]*@)?([^/?#]*)(.*)$/is.exec(addressIn(text));
  const authority = parts?.[2] ?? '';
  const scheme = (parts?.[1] ?? '').toLowerCase() === 'http' ? 'http' : parts?.[1] ? 'https' : '';
  const written = /^(\[[0-9a-f:.]+\]|[^:[\]\s]+)(?::(\d{1,5}))?$/i.exec(authority);
  const name = written?.[1];
  if (!name) return undefined;
  const source = `${scheme || 'https'}://${authority}${parts?.[3] ?? ''}`;
  if (!URL.canParse(source)) return undefined;
  const address = new URL(source);
  // A URL reads "192.168.1" as 192.168.0.1; whoever typed it had not finished.
  if (/^[0-9.]+$/.test(name) && address.hostname !== name) return undefined;
  if (!/^(\[.+\]|[a-z0-9_-]+(\.[a-z0-9_-]+)*\.?)$/.test(address.hostname)) return undefined;
  const port = written[2] === undefined ? undefined : Number(written[2]);
  return port === 0 ? undefined : { scheme, port, address };
}
