import type { Certificate } from '../certificate';
import type { Call } from '../story/call';
import type { Row } from '../story/leg';
import type { Shape } from './grouping';
import type { Sample } from './replay';
import type { SessionRules } from './sessions';

export interface UcmOptions extends Partial<SessionRules>, Partial<Shape> {
  /** Default 127.0.0.1, any free port. */
  readonly host?: string;
  readonly port?: number;
  readonly certificate?: Certificate;
  /** The PBX's zone, IANA; default Europe/Paris. */
  readonly zone?: string;
  /** The zone that its status tells, where that is another one than calls are written in. */
  readonly statusZone?: string;
  /** UTC epoch seconds at which its clock stands still; default: it runs. */
  readonly now?: number;
  /** Seconds its clock is ahead of the true time. */
  readonly clockOffset?: number;
  /** A story's text, or calls already read, or rows. Default: no calls. */
  readonly story?: string | readonly Call[];
  readonly rows?: readonly Row[];
  /** Answers cdrapi with what a real UCM answered, whatever the story. */
  readonly sample?: Sample;
  readonly order?: 'ascending' | 'descending';
  /** bare: `cdr_root` alone (default). status: with `status: 0`. response: inside `response`. cdr: a UCM6100's key. */
  readonly container?: 'bare' | 'status' | 'response' | 'cdr';
  /** Actions the API user has not been granted: -47. */
  readonly refused?: readonly string[];
  /** What a missing recording is answered with (section 3.9, 11). Default -26. */
  readonly missingRecording?: -16 | -25 | -26 | 404;
  /** Seconds after hang-up until a recording can be had; default 5. */
  readonly recordingDelay?: number;
  /** Which API answers: the JSON one (default), the old CDR/REC API with HTTP Digest (section 1.2), both, or the simple REST form alone (section 7). */
  readonly api?: 'new' | 'old' | 'both' | 'rest';
  /** Of the simple REST form: how a session is told (default body, as the one client of it expects), and its records. */
  readonly restCookie?: 'body' | 'header' | 'both';
  readonly restNames?: 'first' | 'second';
  readonly restWrapper?: 'cdr' | 'array' | 'data';
  /** Seconds a nonce of the old API may be used; default 60. */
  readonly nonceLife?: number;
  /** Addresses that the old API answers; default this computer's. On a new UCM there is none. */
  readonly permitted?: readonly string[];
  /** Bytes a second of a recording's answer; default as fast as it goes. */
  readonly recordingRate?: number;
}

export const UCM_USER = 'cdrapi';
export const UCM_PASSWORD = 'cdrapi123é';

export const SESSION_RULES: SessionRules = {
  user: UCM_USER,
  password: UCM_PASSWORD,
  cookieLife: 600,
  challengeLife: 60,
  loginAttempts: 5,
  banPeriod: 300,
  unknownUser: -47,
  singleSession: false,
};

export const SHAPE: Shape = {
  grouping: 'shifted',
  subLegs: 'object',
  nulls: true,
  fields: 'full',
  unnamedRecordings: false,
};
