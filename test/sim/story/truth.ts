import type { Call, Step } from './call';
import { piecesOf } from './recording';

/** What a person would count who stood beside the telephone. */
export interface Truth {
  /** UTC epoch seconds. */
  readonly start: number;
  readonly direction: 'in' | 'out' | 'internal' | 'external';
  readonly outcome: Outcome;
  /** The outside party as dialled or received, raw; '' when hidden, and for calls between desks. */
  readonly number: string;
  /** Seconds somebody of the house and the other side could talk; holding, ringing and machines are none. */
  readonly talk: number;
  /** Extension of the first person who talked to a caller; '' when nobody did, and for calls to the outside. */
  readonly answeredBy: string;
  /** Extension that dialled; '' for calls from outside. */
  readonly calledBy: string;
  /** Extensions whose phones rang for the caller (busy ones did not), before any transfer; sorted. */
  readonly rung: readonly string[];
  readonly kind: Kind;
  /** Distinct recordings. */
  readonly recordings: number;
}

/**
 * answered: a person of the house and the other side talked. missed: a caller reached nobody, whatever was rung.
 * voicemail: reached the machine alone. busy: the one party called was engaged. failed: the line could not be had,
 * congestion too. noAnswer: we called (or a desk did) and nobody lifted. ivrHangup: the caller left in the menu.
 * fax: a machine took it.
 */
export type Outcome = 'answered' | 'missed' | 'voicemail' | 'busy' | 'failed' | 'noAnswer' | 'ivrHangup' | 'fax';

/** The most telling of what the call met, in this order of precedence from left to right; ivr = the menu and no more. */
export type Kind = 'fax' | 'conference' | 'forwarded' | 'voicemail' | 'queue' | 'group' | 'ivr' | 'direct';

/** Read from the line of the story alone, never from the legs. Rules: sections 3.6 and 3.9. */
export function truth(call: Call): Truth {
  const { steps, marks } = call;
  const talks = steps.flatMap((step) => talkOf(step));
  return {
    start: call.at,
    direction: call.way,
    outcome: outcomeOf(call, talks.length > 0),
    number: numberOf(call),
    talk: talks.reduce((sum, seconds) => sum + seconds, 0) + untoldRinging(call),
    answeredBy: call.way === 'in' || call.way === 'internal' ? firstPerson(steps) : '',
    calledBy: call.way === 'out' || call.way === 'internal' ? call.caller : '',
    rung: rungOf(call),
    kind: kindOf(steps),
    recordings: piecesOf(marks.recordings, steps.filter((step) => recordable(step)).length),
  };
}

function talkOf(step: Step): number[] {
  switch (step.what) {
    case 'answered':
    case 'blind':
    case 'attended':
    case 'retrieved':
    case 'conference':
      return [step.seconds];
    case 'mobile':
      return step.talked ? [step.seconds] : [];
    default:
      return [];
  }
}

const recordable = (step: Step) => talkOf(step).length > 0;

function outcomeOf({ way, steps }: Call, talked: boolean): Outcome {
  const has = (what: Step['what']) => steps.some((step) => step.what === what);
  if (talked) return 'answered';
  if (has('voicemail')) return 'voicemail';
  if (has('fax')) return 'fax';
  if (has('failed')) return 'failed';
  if (way !== 'in') return has('busy') ? 'busy' : 'noAnswer';
  if (has('group') || has('queue') || has('rang') || has('mobile')) return 'missed';
  if (has('busy')) return 'busy';
  return has('ivr') ? 'ivrHangup' : 'missed';
}

const HIDDEN = ['', 'anonymous', 'unknown', 'restricted'];

function numberOf({ way, caller, steps }: Call): string {
  if (way === 'internal') return '';
  if (way !== 'out') return HIDDEN.includes(caller.toLowerCase()) ? '' : caller;
  const [first] = steps;
  if (first?.what === 'rang' || first?.what === 'busy') return first.exts[0] ?? '';
  return first?.what === 'answered' || first?.what === 'failed' ? first.ext : '';
}

/**
 * Ringing counts as talk only where nothing the PBX keeps could tell it from talk: a group or queue whose other
 * phones never rang and whose talk was not recorded with a description (section 3.9, 3).
 */
function untoldRinging({ steps, marks }: Call): number {
  const place = steps.findIndex((step) => step.what === 'group' || step.what === 'queue');
  const lifted = steps[place + 1]?.what === 'busy' ? steps[place + 2] : steps[place + 1];
  const told = steps.some((step) => step.what === 'rang') || (marks.recordings > 0 && !marks.recordingOnFork);
  return place >= 0 && lifted?.what === 'answered' && !told ? (lifted.after ?? 8) : 0;
}

function firstPerson(steps: readonly Step[]): string {
  for (const step of steps) {
    if (step.what === 'answered' || step.what === 'retrieved') return step.ext;
    if (step.what === 'mobile' && step.talked) return step.ext;
  }
  return '';
}

function rungOf({ way, steps }: Call): string[] {
  if (way === 'out' || way === 'external') return [];
  const rung = new Set<string>();
  let taken = false;
  for (const step of steps) {
    if (step.what === 'rang' && !taken) for (const ext of step.exts) rung.add(ext);
    if (step.what === 'mobile') rung.add(step.ext);
    if (step.what === 'answered' && !taken) {
      rung.add(step.ext);
      taken = true;
    }
  }
  return [...rung].sort();
}

function kindOf(steps: readonly Step[]): Kind {
  const has = (what: Step['what']) => steps.some((step) => step.what === what);
  if (has('fax')) return 'fax';
  if (has('conference')) return 'conference';
  if (has('mobile')) return 'forwarded';
  if (has('voicemail')) return 'voicemail';
  if (has('queue')) return 'queue';
  if (has('group')) return 'group';
  const menuAlone = steps.every((step) => step.what === 'ivr' || step.what === 'hungUp');
  return has('ivr') && menuAlone ? 'ivr' : 'direct';
}
