import { expect, it } from 'vitest';
import { managedSchema } from '../../../lib/settings/managed-schema';
import { settingPaths, valueAt } from '../../../lib/settings/paths';
import { defaultSettings } from '../../../lib/settings/settings';

const typeOf = (value: unknown) => (Array.isArray(value) ? 'array' : typeof value).replace('number', 'integer');

it('an administrator can give every setting, in the type that it has, and lock it', () => {
  const schema = managedSchema();
  for (const path of settingPaths) {
    const place = `properties.${path.replace('.', '.properties.')}.type`;
    expect(valueAt(schema, place), path).toBe(typeOf(valueAt(defaultSettings, path)));
  }
  expect(valueAt(schema, 'properties.locked.items.type')).toBe('string');
  expect(valueAt(schema, 'properties.ucm.properties.password.type')).toBe('string');
  expect(valueAt(schema, 'properties.dolibarr.properties.key'), 'the key is each person’s own').toBeUndefined();
});
