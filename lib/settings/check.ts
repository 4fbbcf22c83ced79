import { AppError } from '../errors';
import { dolibarrRoot } from './dolibarr-address';
import { parsePastedUcm } from './pasted-address';
import { type SettingPath, settingPaths } from './paths';
import { type Settings, settingsSchema } from './settings';

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

/** Digits with what people write between them; at least three, as short numbers can be ours too. */
export function isOwnNumber(text: string): boolean {
  return /^\+?[0-9 ().\-/\u00a0\u202f]+$/.test(text) && text.replace(/[^0-9]/g, '').length >= 3;
}

function isRoot(root: string): boolean {
  return /^https?:\/\//.test(root) && dolibarrRoot(root)?.includes(root) === true;
}
