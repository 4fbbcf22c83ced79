/** The versions whose behaviour was measured (the reference's head line); what lies between follows its lower neighbour. */
export type Version = 14 | 16 | 20 | 22 | 23 | 24;

export const VERSION_TEXT: Readonly<Record<Version, string>> = {
  14: '14.0.0',
  16: '16.0.3',
  20: '20.0.2',
  22: '22.0.4',
  23: '23.0.0-beta',
  24: '24.0.0-beta',
};

export interface DolibarrOptions {
  readonly version?: Version;
  readonly host?: string;
  readonly port?: number;
  /** `/dolibarr/htdocs`; default none. */
  readonly folder?: string;
  /** Language of the pages; default fr_FR. Where there are no words for one they are English, as in a Dolibarr half translated. */
  readonly language?: 'fr_FR' | 'en_US' | 'de_DE' | 'es_ES' | 'it_IT' | 'pt_BR';
  readonly theme?: 'eldy' | 'md';
  readonly dark?: boolean;
  /** Whether pages want a session; default true. With false, everybody is user `pageUser`. */
  readonly session?: boolean;
  /** Id of the user the pages belong to when `session` is false; default 1, the administrator. */
  readonly pageUser?: number;
  /** Content-Security-Policy sent with every page, as it stands (MAIN_SECURITY_FORCECSP). */
  readonly csp?: string;
  /** Tabs shown before the "…" list; default 99, and 2 for a telephone's user agent. */
  readonly maxTabs?: number;
  readonly clickToDial?: 'off' | 'on' | 'unconfigured';
  /** `tel:` links on desktops too. */
  readonly telLinks?: boolean;
  /** The REST module; off answers with a web page and 200. */
  readonly api?: boolean;
  /** Addresses that may use the REST API (a setting of its module): of any other it answers 503, in plain words. */
  readonly apiFrom?: readonly string[];
  /** The agenda module. */
  readonly agenda?: boolean;
  /** Milliseconds a wrong key costs from version 20 on; default the real 1,000. */
  readonly wrongKeyDelay?: number;
  /** Milliseconds from a new thirdparty's id to its being seen by others: a slow transaction. Asked for each. */
  readonly slowCommit?: () => number;
  readonly numbering?: 'leopard' | 'monkey' | 'elephant';
  /** 302 of every http call to https. */
  readonly forceHttps?: boolean;
  /** Whether the story's thirdparties and contacts are there; default true. */
  readonly seeded?: boolean;
  /** UTC epoch seconds of its clock; default: the true time. */
  readonly now?: () => number;
}

/** Read rights of everyday pages: a policy as strict as an administrator would write one. */
export const STRICT_CSP =
  "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; frame-src 'none'; object-src 'none'; base-uri 'self'";
