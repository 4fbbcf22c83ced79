import { describe, expect, it } from 'vitest';
import { codeOf, filesOf, read } from './sources';

const text = () => filesOf('.').filter((file) => !/\.(?:png|ico|woff2?)$|^LICENSE$|^package-lock\.json$/.test(file));

describe('the tree', () => {
  it('has no file that answers more than one question, as far as its length tells', () => {
    const limit = (file: string) => (/^test\/(?:unit|component|e2e)\//.test(file) ? 450 : 250);
    const long = codeOf('lib', 'components', 'entrypoints', 'test').filter(
      (file) => !/^lib\/text\/\w+\.ts$/.test(file) && read(file).split('\n').length > limit(file) + 1,
    );
    expect(long).toEqual([]);
  });

  it('has no drawer for odds and ends', () => {
    const drawers = filesOf('.').filter((file) =>
      /(?:^|\/)(?:utils?|helpers?|managers?|misc|common)(?:\/|\.tsx?$)/.test(file),
    );
    expect(drawers).toEqual([]);
  });

  it('names no machine it was made on', () => {
    const home = ['', 'work', ''].join('/');
    const marks = [home, ['', 'root', ''].join('/'), ['', 'home', ''].join('/')];
    const wrong = text().filter((file) => marks.some((mark) => new RegExp(`(?<![\\w.*])${mark}`).test(read(file))));
    expect(wrong).toEqual([]);
  });

  it('pins every dependency', () => {
    const { dependencies, devDependencies } = JSON.parse(read('package.json'));
    const loose = Object.entries({ ...dependencies, ...devDependencies }).filter(
      ([, version]) => !/^\d+\.\d+\.\d+$/.test(String(version)),
    );
    expect(loose).toEqual([]);
  });

  it('names no registry, mirror or proxy of packages but the public one', () => {
    const host = /\/\/[\w.-]*(?:registry|artifactory|nexus|verdaccio|mirror|proxy)[\w.-]*\.[a-z]+/gi;
    const found = text().flatMap((file) => (read(file).match(host) ?? []).map((one) => `${file} ${one}`));
    expect(found.filter((one) => !one.endsWith(['//', 'registry.npmjs.org'].join('')))).toEqual([]);
  });

  it('fetches dependencies from the public registry alone', () => {
    const addresses = read('package-lock.json').match(/"resolved": "[^"]+"/g) ?? [];
    expect(addresses.filter((address) => !address.includes('https://registry.npmjs.org/'))).toEqual([]);
  });
});
