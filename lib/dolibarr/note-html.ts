import { type Moment, splitAtMoments } from '../calls/moment';
import type { Language } from '../text/texts';
import { htmlToText, textToHtml } from './html-text';

/** What is noted on a call, as plain text. Public and private are Dolibarr's words for who it is meant for. */
export interface NoteTexts {
  public: string;
  private: string;
}

/** A note as it stands in an agenda event. */
export interface ReadNote extends NoteTexts {
  /** who wrote it, as the heading says; '' when it does not */
  author: string;
  /** HTML above the first heading: whatever else people wrote into the event, kept as it is */
  rest: string;
}

/** Where a moment of the call's recording leads a colleague who reads the event in Dolibarr. */
export interface MomentLinks {
  /** of the call, in seconds */
  length: number;
  /** an address on the same server, without its host: each person may reach it by another name */
  addressOf(moment: Moment): string;
}

export type Headings = Record<keyof NoteTexts, string>;

/**
 * Not among the texts of a catalogue, which may be polished: what was once written into Dolibarr has to be read by every
 * browser of the office, whatever its language, for ever. A heading that changes is read on as well.
 */
export const noteHeadings: Record<Language, Headings> = {
  fr: { public: 'Note publique', private: 'Note privée' },
  en: { public: 'Public note', private: 'Private note' },
};

/** Headings in every language that a colleague's browser may have written. */
const headings: Record<string, keyof NoteTexts> = Object.fromEntries(
  Object.values(noteHeadings).flatMap((words) => [
    [words.public, 'public' as const],
    [words.private, 'private' as const],
  ]),
);

const names = Object.keys(headings).join('|');
/** A line that is a heading and nothing else, whatever Dolibarr's editor has put around it. */
const headingLine = new RegExp(`^(${names})(?: \\((.*)\\))?\\s*:?$`);
const escapedLine = new RegExp(`^\u00a0(?=(?:${names})(?: \\(.*\\))?$)`);
const lineToEscape = new RegExp(`^(?=(?:${names})(?: \\(.*\\))?$)`, 'gm');
/** What ends a line in HTML; kept by a split. */
const lineEnd = /(<br\s*\/?>|<\/(?:p|div|li|h\d|tr|ul|ol|table)>)/i;

/**
 * The HTML of an event's note: what others wrote above, then each text under its heading, with its author where he is
 * known. A text that is empty has no heading. Headings, not locks: who may read the event reads both. Moments of a
 * recording become links, which Dolibarr 14 to 24 keep.
 */
export function writeNoteHtml(
  note: NoteTexts & { author: string; rest: string },
  words: Headings,
  links?: MomentLinks,
): string {
  const parts = note.rest === '' ? [] : [note.rest];
  for (const kind of ['public', 'private'] as const) {
    if (note[kind] === '') continue;
    const by = note.author === '' ? '' : ` (${textToHtml(note.author.replace(/[()\n]/g, ' '))})`;
    // A line that a person typed and that looks like a heading must not be read as one (signs that cannot be seen at all
    // are taken out by Dolibarr 20 and newer).
    const text = note[kind].replace(lineToEscape, '\u00a0');
    parts.push(`<b>${words[kind]}${by}</b><br>${linked(text, links)}`);
  }
  return parts.join('<br><br>');
}

/**
 * Reads what stands in an event, whoever wrote it and in whatever language. All that is under no heading is `rest`: what is
 * not understood is never taken for nothing, since the next change would wipe it out.
 */
export function readNoteHtml(html: string): ReadNote {
  const note: ReadNote = { public: '', private: '', author: '', rest: '' };
  const texts = { public: [] as string[], private: [] as string[] }; // filled below
  let at: keyof NoteTexts | undefined;
  const parts = html.split(lineEnd);
  for (let i = 0; i < parts.length; i += 2) {
    const [content = '', end = ''] = [parts[i], parts[i + 1]];
    const line = htmlToText(content);
    // of blanks no-break ones stay: a typed line that looks like a heading begins with one
    const [, heading, author] = headingLine.exec(line.replace(/^[ \t]+|\s+$/g, '')) ?? [];
    if (heading) {
      at = headings[heading];
      note.author ||= author ?? '';
    } else if (at)
      texts[at].push(
        line
          .replace(escapedLine, '')
          .replace(/\u00a0/g, ' ')
          .trimEnd(),
      );
    else note.rest += content + end;
  }
  note.public = texts.public.join('\n').trim();
  note.private = texts.private.join('\n').trim();
  note.rest = trimBreaks(note.rest);
  return note;
}

function linked(text: string, links: MomentLinks | undefined): string {
  if (!links) return textToHtml(text);
  const html = splitAtMoments(text, links.length).map((part) =>
    typeof part === 'string'
      ? textToHtml(part)
      : `<a href="${textToHtml(links.addressOf(part))}">${textToHtml(part.text)}</a>`,
  );
  return html.join('');
}

/** A text as Dolibarr gives it back: some databases hold no emoji, and from 20 on signs that cannot be seen are taken out. */
export function asKept(text: string): string {
  return text
    .replace(/[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g, '')
    .replace(/[\u{10000}-\u{10ffff}]|\?{4}/gu, '?')
    .replace(/[ \t\u00a0]+/g, ' ')
    .replace(/ *\r?\n */g, '\n')
    .trim();
}

function trimBreaks(html: string): string {
  return html.replace(/(?:\s|<br\s*\/?>)+$/gi, '');
}
