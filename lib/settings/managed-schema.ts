import * as z from 'zod/mini';
import { settingsSchema } from './settings';

/** Types alone: Chrome drops a whole group (`ucm`) for one value out of bounds, where the extension names the value. */
const known = ['type', 'items', 'properties'];

/**
 * The schema of the administrator's policy, for the manifest's `storage.managed_schema`: every setting as it is, the UCM's
 * password, and `locked`. Made from the settings' own schema when the extension is built.
 */
export function managedSchema(): object {
  const { version: _version, ...groups } = Object(plain(z.toJSONSchema(settingsSchema))).properties;
  return {
    type: 'object',
    properties: {
      ...groups,
      ucm: { type: 'object', properties: { ...groups.ucm.properties, password: { type: 'string' } } },
      locked: { type: 'array', items: { type: 'string' } },
    },
  };
}

function plain(schema: unknown): unknown {
  if (typeof schema !== 'object' || schema === null) return schema;
  const kept: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(schema)) {
    if (!known.includes(name)) continue;
    kept[name] =
      name === 'properties'
        ? Object.fromEntries(Object.entries(Object(value)).map(([field, inner]) => [field, plain(inner)]))
        : plain(value);
  }
  return kept;
}
