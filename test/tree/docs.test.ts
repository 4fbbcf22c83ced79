import { expect, it } from 'vitest';
import { settingPaths } from '../../lib/settings/paths';
import { languages } from '../../lib/text/texts';
import { read } from './sources';

it('the administrators’ page names every setting that a policy can give', () => {
  const page = read('docs/administrators.md');
  expect(settingPaths.filter((path) => !page.includes(`\`${path}\``))).toEqual([]);
});

it('the administrators’ page names every language that can be set', () => {
  const [line = ''] = read('docs/administrators.md').match(/^\| `language`.*$/m) ?? [];
  expect(languages.filter((language) => !line.includes(`\`${language}\``))).toEqual([]);
});
