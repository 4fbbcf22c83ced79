import { defaultSettings, type Settings } from './settings';

type Group = Exclude<keyof Settings, 'version'>;

/** A setting by its place: `ucm.host`, `language`. */
export type SettingPath = {
  [G in Group]: Settings[G] extends string ? G : `${G}.${keyof Settings[G] & string}`;
}[Group];

/** Every setting by its place, in the order of the defaults. */
export const settingPaths: readonly SettingPath[] = Object.entries(defaultSettings).flatMap(([group, value]) => {
  if (group === 'version') return [];
  const paths = typeof value === 'object' ? Object.keys(value).map((field) => `${group}.${field}`) : [group];
  return paths as SettingPath[]; // the keys of the very object the type is made of
});

/** What stands at a place of anything that came from outside; undefined where there is nothing. */
export function valueAt(value: unknown, path: string): unknown {
  const [key = '', rest] = path.split(/\.(.*)/s);
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined;
  const found: unknown = Reflect.get(value, key);
  return rest === undefined ? found : valueAt(found, rest);
}

/** The same with another value at the place; undefined takes it away. */
export function withValue(whole: unknown, path: SettingPath, value: unknown): object {
  const [key = '', field] = path.split('.');
  const all = { ...Object(whole) };
  if (field !== undefined) all[key] = withField(all[key], field, value);
  else if (value === undefined) delete all[key];
  else all[key] = value;
  return all;
}

/** Every place at which there is a value, in the order of the settings. */
export function pathsIn(value: unknown): SettingPath[] {
  return settingPaths.filter((path) => valueAt(value, path) !== undefined);
}

export function sameValue(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

function withField(group: unknown, field: string, value: unknown): object {
  const all = { ...Object(group) };
  if (value === undefined) delete all[field];
  else all[field] = value;
  return all;
}
