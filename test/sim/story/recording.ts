import type { Leg } from './leg';
import type { Line } from './line';

export interface Talk {
  /** UTC epoch seconds when the channels were set up; the file's name carries it (section 4.1). */
  readonly setUp: number;
  /** UTC epoch seconds when somebody lifted. */
  readonly lifted: number;
  readonly seconds: number;
  /** What stands between `auto-<epoch>` and `.wav`: `-<src>-<dst>` or `#203-<src>-6400`. */
  readonly tail: string;
  /** False for ring groups with siblings: their rows carry no description (sample 9). */
  readonly described?: boolean;
}

/** 44 bytes of header, then 8,000 samples of two bytes a second (section 4.2). */
export const bytesOf = (seconds: number): number => 44 + seconds * 16_000;

/** The recording fields of one stretch of talk, empty when the story records nothing here. */
export function recorded(line: Line, talk: Talk): Pick<Leg, 'recordfiles' | 'recordfiles_desc'> {
  const { marks } = line.call;
  if (marks.recordings === 0) return { recordfiles: '', recordfiles_desc: '' };
  const pieces = line.recorded ? 1 : marks.recordings;
  line.recorded = true;
  const month = line.pbx.zone.text(talk.setUp).slice(0, 7);
  let files = '';
  let descriptions = '';
  for (let piece = 0; piece < pieces; piece++) {
    const length = Math.floor(talk.seconds / pieces);
    const name = talk.tail.startsWith('meetme')
      ? talk.tail
      : `auto-${talk.setUp + piece * Math.max(length, 1)}${talk.tail}`;
    files += `${month}/${name}.wav@`;
    descriptions += `duration=${length},size=${bytesOf(length)}B,start-time=${talk.lifted + piece * length}@`;
  }
  return { recordfiles: files, recordfiles_desc: talk.described === false ? '' : descriptions };
}

/** How many files the story leaves behind: the first stretch of talk has `[rec N]`, every other one. */
export const piecesOf = (recordings: number, stretches: number): number =>
  recordings === 0 || stretches === 0 ? 0 : recordings + stretches - 1;
