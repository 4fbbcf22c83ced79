import { AppError } from '../errors';
import { dolibarrRoot } from './dolibarr-address';
import { parsePastedUcm } from './pasted-address';
import { defaultSettings, type Settings, settingsSchema } from './settings';

/** Every setting by its place, as `detail.subject` of `invalid-setting` names it. */
const settingPaths = [
  'ucm.host',
  'ucm.port',
  'ucm.https',
  'ucm.user',
  'dolibarr.root',
  'sync.minutes',
  'sync.days',
  'numbers.country',
  'numbers.outsidePrefix',
  'numbers.own',
  'recordings.listen',
  'recordings.keepDays',
  'recordings.keepMegabytes',
  'language',
] as const;
export type SettingPath = (typeof settingPaths)[number];

/**
 * The first setting that cannot be used, undefined when all can; `settings` when it is not even their shape.
 * Beyond the schema: the host is a host and nothing more, Dolibarr's root is an http(s) root, own numbers look like
 * numbers.
 */
export function problemOf(value: unknown): SettingPath | 'settings' | undefined {
  const parsed = settingsSchema.safeParse(value);
  if (!parsed.success) {
    const place = parsed.error.issues[0]?.path.slice(0, 2).join('.');
    return settingPaths.find((path) => path === place) ?? 'settings';
  }
  const { ucm, dolibarr, numbers } = parsed.data;
  if (ucm.host !== '' && parsePastedUcm(ucm.host)?.host !== ucm.host) return 'ucm.host';
  if (dolibarr.root !== '' && !isRoot(dolibarr.root)) return 'dolibarr.root';
  if (!numbers.own.every(isOwnNumber)) return 'numbers.own';
  return undefined;
}

/** Settings to be saved: whole and right, or AppError `invalid-setting` naming the setting. Unknown keys are left out. */
export function checkSettings(value: unknown): Settings {
  const subject = problemOf(value);
  if (subject) throw new AppError('invalid-setting', { subject });
  return settingsSchema.parse(value);
}

/**
 * Settings as they were stored. One that cannot be used takes its default and is named in `refused`; the others stay
 * as they are, so that a bad value never costs the set-up.
 */
export function readSettings(stored: unknown): { settings: Settings; refused: SettingPath[] } {
  const refused: SettingPath[] = [];
  let settings = defaultSettings;
  for (const path of settingPaths) {
    const value = valueAt(stored, path);
    if (value === undefined) continue;
    const tried = withValue(settings, path, value);
    if (problemOf(tried)) refused.push(path);
    else settings = checkSettings(tried);
  }
  return { settings, refused };
}

/** Digits with what people write between them; at least three, as short numbers can be ours too. */
export function isOwnNumber(text: string): boolean {
  return /^\+?[0-9 ().\-/\u00a0\u202f]+$/.test(text) && text.replace(/[^0-9]/g, '').length >= 3;
}

function isRoot(root: string): boolean {
  return /^https?:\/\//.test(root) && dolibarrRoot(root)?.includes(root) === true;
}

function valueAt(value: unknown, path: string): unknown {
  const [key = '', rest] = path.split(/\.(.*)/s);
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined;
  const found: unknown = Reflect.get(value, key);
  return rest === undefined ? found : valueAt(found, rest);
}

function withValue(settings: Settings, path: SettingPath, value: unknown): unknown {
  const [key = '', field] = path.split('.');
  if (field === undefined) return { ...settings, [key]: value };
  return { ...settings, [key]: { ...Object(Reflect.get(settings, key)), [field]: value } };
}
