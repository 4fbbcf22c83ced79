import { expect, it } from 'vitest';
import { isDark } from '../../../entrypoints/panel.content/darkness';

it.each([
  ['rgb(255, 255, 255)', false],
  ['rgb(29, 30, 32)', true],
  ['rgba(0, 0, 0, 0)', false],
  ['rgb(38, 60, 92)', true],
  ['rgb(240, 240, 180)', false],
])('a page of %s is dark: %s', (colour, dark) => {
  expect(isDark(colour)).toBe(dark);
});
