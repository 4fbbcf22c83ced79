import { describe, expect, it } from 'vitest';
import { noteHeadings, readNoteHtml, writeNoteHtml } from '../../../lib/dolibarr/note-html';
import { languages } from '../../../lib/text/texts';

const note = { public: 'Rückruf am Dienstag\nvor zehn', private: 'zahlt spät', author: 'Jürgen Groß', rest: '' };
/** Every browser reads with the same code whatever its language: who wrote it is all that differs. */
const offices = languages.flatMap((writer) => languages.map((changer) => ({ writer, changer })));

describe('a note in an event of Dolibarr', () => {
  it.each(languages)('written by a browser in “%s” is read by every other, whole, with its author', (language) => {
    expect(readNoteHtml(writeNoteHtml(note, noteHeadings[language]))).toEqual(note);
    // Dolibarr's own editor puts paragraphs and names of characters around what it saves
    const edited = writeNoteHtml(note, noteHeadings[language])
      .replace(/<b>(.*?)<\/b><br>/g, '<p><strong>$1</strong></p>\r\n')
      .replace(/[À-ÿ]/g, (sign) => `&#${sign.charCodeAt(0)};`);
    expect(readNoteHtml(edited)).toEqual(note);
  });

  it.each(offices)(
    'of $writer changed in $changer has each text once, under the new headings',
    ({ writer, changer }) => {
      const theirs = readNoteHtml(writeNoteHtml({ ...note, rest: '<p>Vu sur place</p>' }, noteHeadings[writer]));
      const html = writeNoteHtml({ ...theirs, public: 'erledigt' }, noteHeadings[changer]);
      expect(readNoteHtml(html)).toEqual({ ...note, public: 'erledigt', rest: '<p>Vu sur place</p>' });
      for (const heading of Object.values(noteHeadings[changer])) expect(html.split(heading)).toHaveLength(2);
    },
  );

  it.each(languages)('in which somebody typed a heading of “%s” stays one text', (language) => {
    const typed = { ...note, public: `siehe unten\n${noteHeadings[language].private}\nund weiter` };
    for (const writer of languages) expect(readNoteHtml(writeNoteHtml(typed, noteHeadings[writer]))).toEqual(typed);
  });

  it('has other headings in each language', () => {
    const all = Object.values(noteHeadings).flatMap((words) => Object.values(words));
    expect(new Set(all).size).toBe(2 * languages.length);
    // brackets hold the author
    for (const heading of all) expect(heading).toMatch(/^[\p{L}’' -]+$/u);
  });
});
