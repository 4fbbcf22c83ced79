import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { extensionFolder } from './support/office';

const manifest = JSON.parse(readFileSync(join(extensionFolder(), 'manifest.json'), 'utf8'));

it('asks for no more than the README explains, and for nothing that a browser warns of at installation', () => {
  const atOnce = ['alarms', 'offscreen', 'scripting', 'storage', 'unlimitedStorage', 'webRequest'];
  const later = ['declarativeNetRequestWithHostAccess', 'notifications'];
  expect([...manifest.permissions].sort()).toEqual(atOnce);
  expect([...manifest.optional_permissions].sort()).toEqual(later);
  expect(manifest.host_permissions).toBeUndefined();
  expect(manifest.content_scripts ?? []).toEqual([]);
  const readme = readFileSync('README.md', 'utf8');
  for (const permission of [...atOnce, ...later]) expect(readme).toContain(`\`${permission}\``);
});

it('has nothing that a page could load or speak to, and pages that load nothing from elsewhere', () => {
  expect(manifest.web_accessible_resources).toBeUndefined();
  expect(manifest.externally_connectable).toBeUndefined();
  const policy: string = manifest.content_security_policy.extension_pages;
  expect(Object.fromEntries(policy.split('; ').map((rule) => [rule.split(' ')[0], rule.split(' ').slice(1)]))).toEqual({
    'default-src': ["'none'"],
    'script-src': ["'self'"],
    'style-src': ["'self'"],
    'img-src': ["'self'", 'data:'],
    // the two machines, wherever they are
    'connect-src': ["'self'", 'https:', 'http:'],
    'media-src': ["'self'", 'blob:'],
    'base-uri': ["'none'"],
    'form-action': ["'none'"],
    'frame-ancestors': ["'none'"],
    // text never becomes markup or a script, whatever a mistake would do with it
    'require-trusted-types-for': ["'script'"],
    'trusted-types': ["'none'"],
  });
});
