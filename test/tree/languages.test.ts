import { describe, expect, it } from 'vitest';
import { languages } from '../../lib/text/texts';
import { catalogues } from '../catalogues';
import { codeOf, filesOf, importsOf } from './sources';

const catalogueFile = /^lib\/text\/(\w\w)\.ts$/;

describe('a language', () => {
  it('is in the list and has a file, or is not there at all', () => {
    const files = filesOf('lib/text').flatMap((file) => catalogueFile.exec(file)?.[1] ?? []);
    expect(files.sort()).toEqual([...languages].sort());
    expect(catalogues.map(({ language }) => language)).toEqual(languages);
  });

  it('costs no other language anything: nobody but the tests imports a catalogue by its name', () => {
    const wrong = codeOf('lib', 'components', 'entrypoints').filter((file) =>
      importsOf(file).some(({ to, typeOnly }) => catalogueFile.test(to) && !typeOnly),
    );
    expect(wrong).toEqual([]);
  });

  it('writes no digits into the label of an event, in which a number is looked for', () => {
    const labels = catalogues.flatMap(({ event, call }) => [
      ...Object.values(event.label),
      ...Object.values(call.outcome),
      call.hidden,
    ]);
    expect(labels.filter((label) => /\d/.test(label))).toEqual([]);
  });
});
