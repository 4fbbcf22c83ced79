import { expect, it } from 'vitest';
import { backOf, isDark } from '../../../entrypoints/panel.content/darkness';

it.each([
  ['rgb(255, 255, 255)', false],
  ['rgb(29, 30, 32)', true],
  ['rgba(0, 0, 0, 0)', false],
  ['rgb(38, 60, 92)', true],
  ['rgb(240, 240, 180)', false],
])('a page of %s is dark: %s', (colour, dark) => {
  expect(isDark(colour)).toBe(dark);
});

it('the colour behind the panel is that of the nearest element that is not transparent', () => {
  document.body.style.backgroundColor = 'rgb(248, 248, 248)';
  document.body.innerHTML =
    '<div id="card" style="background-color: rgb(255, 255, 255)"><div><i></i></div></div><b></b>';
  const back = (selector: string) => backOf(document.querySelector<HTMLElement>(selector) ?? document.body);
  expect([back('i'), back('b')]).toEqual(['rgb(255, 255, 255)', 'rgb(248, 248, 248)']);
});
