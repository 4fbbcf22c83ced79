import { describe, expect, it } from 'vitest';
import { retryMinutes } from '../../../lib/sync/retry';

describe('a run that failed', () => {
  it('because the UCM says wait is tried again when that is over, and not by all browsers at once', () => {
    const busy = { code: 'ucm-session-taken', detail: { seconds: 300 } } as const;
    expect(retryMinutes(busy, 1, 15, 0)).toBe(5);
    expect(retryMinutes(busy, 1, 15, 0.9)).toBeGreaterThan(5);
    expect(retryMinutes({ code: 'ucm-busy', detail: { seconds: 15 } }, 1, 15, 0)).toBe(1);
  });

  it('because the UCM did not answer is tried again ever later, until the regular run comes first', () => {
    const away = { code: 'ucm-timeout', detail: {} } as const;
    expect([1, 2, 3, 4, 5].map((failures) => retryMinutes(away, failures, 15, 0))).toEqual([1, 2, 4, 8, undefined]);
    expect(retryMinutes(away, 2000, 1440, 0)).toBe(1024);
    expect(retryMinutes(away, 1, 1, 0)).toBeUndefined();
  });

  it.each([
    'ucm-wrong-password',
    'ucm-banned',
    'ucm-ban-over',
    'ucm-captcha',
    'ucm-no-permission',
    'ucm-certificate',
    'offline',
    'aborted',
  ] as const)('because of %s is not tried again before its time', (code) => {
    expect(retryMinutes({ code, detail: { seconds: 60 } }, 1, 15, 0)).toBeUndefined();
  });
});
