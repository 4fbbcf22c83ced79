import preact from '@preact/preset-vite';
import { defineConfig } from 'wxt';
import { cookieRulePermission } from './lib/settings/access';
import { managedSchema } from './lib/settings/managed-schema';
import type { Catalogue } from './lib/text/catalogues';
import { textFiles } from './lib/text/text-files';
import { languages } from './lib/text/texts';

/**
 * The one place where a build for tests may differ from the real one:
 * `CALLS_TEST_BUILD=1` opens the panel's shadow root, so that a test can look into it.
 */
const testBuild = process.env['CALLS_TEST_BUILD'] === '1';

const readCatalogues = (): Promise<Catalogue[]> =>
  Promise.all(languages.map((language): Promise<Catalogue> => import(`./lib/text/${language}.ts`)));

export default defineConfig({
  // Every import is written where it is used: the layer test reads them.
  imports: false,
  outDir: process.env['CALLS_OUT_DIR'] ?? '.output',
  manifest: ({ browser }) => ({
    name: '__MSG_name__',
    description: '__MSG_description__',
    default_locale: 'en',
    permissions: [
      'alarms',
      'storage',
      'scripting',
      'unlimitedStorage',
      'webRequest',
      ...(browser === 'firefox' ? [cookieRulePermission] : ['offscreen']),
    ],
    // Each asked for by a click where it is needed: notices, and a rule for a gateway's simple REST form, which Firefox (153)
    // does not let be optional.
    optional_permissions: ['notifications', ...(browser === 'firefox' ? [] : [cookieRulePermission])],
    // The two configured machines only, asked for on a click; never at installation.
    optional_host_permissions: ['https://*/*', 'http://*/*'],
    content_security_policy: {
      extension_pages:
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self' https: http:; media-src 'self' blob:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types 'none'",
    },
    ...(browser === 'firefox'
      ? {
          browser_specific_settings: {
            gecko: {
              id: 'calls@calls-for-dolibarr.example',
              strict_min_version: '128.0',
              data_collection_permissions: { required: ['none'] },
            },
          },
        }
      : // Firefox takes the same names from policies.json and knows no schema.
        { minimum_chrome_version: '120', storage: { managed_schema: 'managed-schema.json' } }),
  }),
  hooks: {
    'build:publicAssets': async ({ config }, assets) => {
      for (const { path, contents } of (await readCatalogues()).flatMap(textFiles)) {
        assets.push({ relativeDest: path, contents });
      }
      if (config.browser === 'firefox') return;
      assets.push({ relativeDest: 'managed-schema.json', contents: JSON.stringify(managedSchema(), null, 2) });
    },
  },
  vite: () => ({
    plugins: [preact()],
    define: { __PANEL_ROOT__: JSON.stringify(testBuild ? 'open' : 'closed') },
    build: { target: 'es2022' },
  }),
});
