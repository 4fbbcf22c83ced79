import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmodSync, existsSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Where Debian's browsers look for an administrator's policy; both are there once the browser is installed. */
const places = {
  chromium: { folder: '/etc/chromium', file: 'policies/managed/calls.json' },
  firefox: { folder: '/usr/lib/firefox-esr/distribution', file: 'policies.json' },
};

/**
 * Whether this machine lets a process have a view of the files of its own, so that a policy can be played to one browser
 * and nothing of it is left for the others.
 */
export function canPlayPolicy(browser: keyof typeof places): boolean {
  if (process.getuid?.() !== 0 || !existsSync(places[browser].folder)) return false;
  try {
    execFileSync('unshare', ['-m', 'true'], { stdio: 'ignore' });
    return true;
  } catch {
    // not allowed here: the test that wants it is skipped, and says so
    return false;
  }
}

/** A command that starts the browser as if an administrator had given `policy`, and what removes it again. */
export function withPolicy(browser: keyof typeof places, command: string, policy: object) {
  const { folder, file } = places[browser];
  const own = mkdtempSync(join(tmpdir(), 'calls-policy-'));
  writeFileSync(join(own, 'policy.json'), JSON.stringify(policy));
  const wrapper = join(own, 'browser');
  const inside = [
    `mount -t tmpfs none ${folder}`,
    `mkdir -p "$(dirname ${folder}/${file})"`,
    `cp ${own}/policy.json ${folder}/${file}`,
    `exec ${command} "$@"`,
  ].join(' && ');
  writeFileSync(wrapper, `#!/bin/sh\nexec unshare -m sh -c '${inside}' sh "$@"\n`);
  chmodSync(wrapper, 0o755);
  return { wrapper, remove: () => rmSync(own, { recursive: true, force: true }) };
}

/** The id that Chromium gives an unpacked extension: letters of the hash of its folder. */
export function unpackedId(folder: string): string {
  const hash = createHash('sha256').update(realpathSync(folder)).digest('hex').slice(0, 32);
  return [...hash].map((digit) => String.fromCharCode(97 + Number.parseInt(digit, 16))).join('');
}
