import { describe, expect, it } from 'vitest';
import * as en from '../../lib/text/en';
import * as fr from '../../lib/text/fr';

/** Every text by its place: `.errors.offline.what`; the forms of a plural together. Other exports are functions. */
function flat(node: unknown, place = ''): Map<string, string> {
  if (typeof node === 'string') return new Map([[place, node]]);
  const all = new Map<string, string>();
  if (typeof node !== 'object' || node === null) return all;
  if ('other' in node && typeof node.other === 'string') return all.set(place, Object.values(node).join(' '));
  for (const [key, child] of Object.entries(node))
    for (const entry of flat(child, `${place}.${key}`)) all.set(...entry);
  return all;
}

const english = flat(en);
const french = flat(fr);
const names = (text: string) => [...new Set(text.match(/\{\w+\}/g) ?? [])].sort();

describe('texts', () => {
  it('are the same in both languages, none empty', () => {
    expect([...french.keys()].sort()).toEqual([...english.keys()].sort());
    const empty = [...english, ...french].filter(([, text]) => text.trim() === '').map(([place]) => place);
    expect(empty).toEqual([]);
  });

  it('name the same values in both languages', () => {
    const wrong = [...english].filter(([place, text]) => names(text).join() !== names(french.get(place) ?? '').join());
    expect(wrong.map(([place]) => place)).toEqual([]);
  });
});
