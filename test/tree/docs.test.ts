import { expect, it } from 'vitest';
import { settingPaths } from '../../lib/settings/paths';
import { read } from './sources';

it('the administrators’ page names every setting that a policy can give', () => {
  const page = read('docs/administrators.md');
  expect(settingPaths.filter((path) => !page.includes(`\`${path}\``))).toEqual([]);
});
