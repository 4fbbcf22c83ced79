import { describe, expect, it } from 'vitest';
import { createNotices } from '../../entrypoints/background/notices';
import type { Notice } from '../../entrypoints/background/show-notice';
import type { MissedCaller } from '../../lib/answers/recent-missed';
import type { ErrorShape } from '../../lib/errors';
import { defaultSettings, type Settings } from '../../lib/settings/settings';
import { emptySyncRecord } from '../../lib/sync/sync';

/** Monday, 23 November 2026 in Paris */
const at = (time: string) => Date.parse(`2026-11-23T${time}:00+01:00`) / 1000;

/** A caller who waits to be called back. */
function waiting(
  time: string,
  number: string,
  told: { name?: string; attempts?: number; first?: string; until?: string } = {},
) {
  const { name, attempts = 1, first = time, until } = told;
  const parties = name ? [{ kind: 'thirdparty' as const, id: 1, name, company: '' }] : [];
  const call = { key: `${at(time)}-a`, start: at(time), number, rawNumber: number, name: '', parties };
  return { call, attempts, first: at(first), until: until ? at(until) : 0 };
}

interface Story {
  now: string;
  open: MissedCaller[];
  error: ErrorShape | undefined;
  /** of the last good run */
  last: number;
}

function office(notices: Settings['notices'], language: Settings['language'] = 'fr') {
  const story: Story = { now: '09:00', open: [], error: undefined, last: at('08:59') };
  const kept = new Map<string, unknown>();
  const screen = new Map<string, Notice>();
  const shown: string[] = [];
  const opened: string[] = [];
  const parts = {
    state: {
      read: async (name: string) => kept.get(name),
      write: async (name: string, value: unknown) => void kept.set(name, value),
    },
    settings: { read: async () => ({ ...defaultSettings, notices, language }) },
    missed: async (from: number) => {
      const callers = story.open.filter(({ call }) => call.start >= from);
      return { open: callers.length, callers };
    },
    record: async () => ({
      ...emptySyncRecord,
      lastSuccess: story.last,
      ...(story.error ? { error: story.error } : {}),
    }),
    async show(notice: Notice) {
      screen.set(notice.id, notice);
      shown.push(`${notice.title} | ${notice.message}`);
    },
    clear: async (id: string) => void screen.delete(id),
    open: async (page: string) => void opened.push(page),
    now: () => at(story.now) * 1000,
    zone: () => 'Europe/Paris',
    languages: () => ['fr-FR'],
  };
  const begin = () => createNotices(parts as unknown as Parameters<typeof createNotices>[0]); // of a store only what is used
  let running = begin();
  return {
    story,
    screen,
    shown,
    opened,
    async run(now: string, part: Partial<typeof story> = {}) {
      Object.assign(story, part, { now });
      await running.afterRun();
    },
    restart: () => {
      running = begin();
    },
    press: (id: string) => running.pressed(id),
  };
}

describe('a missed call', () => {
  it('is told once a caller, by name and number, also after the worker was stopped; what was missed before is not', async () => {
    const { run, restart, shown } = office({ missed: 'always', trouble: false });
    await run('09:00', { open: [waiting('08:30', '01 99 00 12 34')] });
    await run('09:15', {
      open: [waiting('09:10', '06 39 98 12 34', { name: 'Garage Lefèvre' }), waiting('08:30', '01 99 00 12 34')],
    });
    restart();
    await run('09:30', {
      open: [waiting('09:25', '06 39 98 12 34', { name: 'Garage Lefèvre', attempts: 2, first: '09:10' })],
    });
    expect(shown).toEqual(['Appel manqué : Garage Lefèvre | À 09:10, 06 39 98 12 34']);
  });

  it('is told again when the caller was called back since and calls anew', async () => {
    const { run, shown } = office({ missed: 'always', trouble: false });
    await run('09:00');
    await run('09:15', { open: [waiting('09:10', '06 39 98 12 34')] });
    await run('09:30', { open: [] });
    await run('10:15', { open: [waiting('10:05', '06 39 98 12 34', { attempts: 3, first: '10:01' })] });
    expect(shown.at(-1)).toBe('Appel manqué : 06 39 98 12 34 | 3 tentatives, la dernière à 10:05, 06 39 98 12 34');
    expect(shown.length).toBe(2);
  });

  it('of many callers is one notice with all their names, and leads to the list', async () => {
    const { run, shown, press, opened, screen } = office({ missed: 'always', trouble: false }, 'en');
    await run('09:00');
    const numbers = ['01 99 00 00 01', '01 99 00 00 02', '01 99 00 00 03', ''];
    await run('09:15', { open: numbers.map((number) => waiting('09:10', number)) });
    expect(shown).toEqual([
      '4 missed calls to follow up | 01 99 00 00 01, 01 99 00 00 02, 01 99 00 00 03, hidden number',
    ]);
    await press('missed');
    expect(opened).toEqual(['missed']);
    expect(screen.size).toBe(0);
  });

  it('outside working hours is told to nobody who wants to be told in them alone', async () => {
    const { run, shown } = office({ missed: 'working', trouble: false });
    await run('07:00');
    await run('08:15', { open: [waiting('08:10', '01 99 00 12 34'), waiting('07:40', '06 39 98 12 34')] });
    expect(shown.map((text) => text.split(' | ')[0])).toEqual(['Appel manqué : 01 99 00 12 34']);
  });

  it('of more than four hours ago is no news', async () => {
    const { run, shown } = office({ missed: 'always', trouble: false });
    await run('08:00');
    await run('14:00', { open: [waiting('09:30', '01 99 00 12 34')] });
    expect(shown).toEqual([]);
  });

  it('that was put off is told when its time has come, once, however long ago it came', async () => {
    const { run, shown } = office({ missed: 'always', trouble: false });
    await run('08:00');
    await run('08:15', { open: [waiting('08:10', '01 99 00 12 34')] });
    // put off until 15:00
    await run('08:30', { open: [] });
    const due = { open: [waiting('08:10', '01 99 00 12 34', { until: '15:00' })] };
    await run('15:01', due);
    await run('15:16', due);
    expect(shown).toEqual([
      'Appel manqué : 01 99 00 12 34 | À 08:10, 01 99 00 12 34',
      'Appel manqué : 01 99 00 12 34 | À 08:10, 01 99 00 12 34',
    ]);
  });

  it('is told nowhere while it is switched off', async () => {
    const { run, shown } = office({ missed: 'off', trouble: false });
    await run('09:00');
    await run('09:15', { open: [waiting('09:10', '01 99 00 12 34')] });
    expect(shown).toEqual([]);
  });
});

describe('calls that cannot be read any more', () => {
  const away: ErrorShape = { code: 'ucm-unreachable', detail: { host: 'pbx.example' } };
  const untrusted: ErrorShape = { code: 'ucm-certificate', detail: { host: 'pbx.example' } };

  it('are told of after a day, once, with the button to the options; the notice goes when they are read again', async () => {
    const { run, shown, screen, press, opened } = office({ missed: 'off', trouble: true });
    await run('10:00', { error: away, last: at('09:00') - 3600 });
    expect(shown).toEqual([]);
    await run('10:15', { error: away, last: at('10:00') - 2 * 86_400 });
    await run('10:30', { error: away });
    expect(shown).toEqual([expect.stringMatching(/^Les appels ne sont plus lus depuis 2 jours \| .*pbx\.example/)]);
    await press('trouble');
    expect(opened).toEqual(['options']);
    await run('10:45', { error: away, last: at('10:00') - 2 * 86_400 });
    screen.set('trouble', screen.get('trouble') ?? ({ id: 'trouble' } as Notice)); // as if it still stood there
    await run('11:00', { error: undefined, last: at('11:00') });
    expect(screen.size).toBe(0);
  });

  it('for want of a certificate or access are told of at once', async () => {
    const { run, shown } = office({ missed: 'off', trouble: true });
    await run('10:00', { error: untrusted });
    await run('10:15', { error: untrusted });
    await run('10:30', { error: { code: 'no-site-access', detail: { host: 'pbx.example' } } });
    expect(shown.map((text) => text.split(' | ')[0])).toEqual([
      'Les appels ne peuvent plus être lus',
      'Les appels ne peuvent plus être lus',
    ]);
  });
});
