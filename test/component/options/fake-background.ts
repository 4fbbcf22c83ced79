import type { OptionsShell } from '../../../components/options/shell';
import type { PlanProposal } from '../../../lib/calls/propose-plan';
import { AppError } from '../../../lib/errors';
import type { LogEntry } from '../../../lib/log';
import type { Answered, Ask, ConnectionTest, OptionsState, SyncState } from '../../../lib/questions/questions';
import type { NumberAsked, WaitingNote } from '../../../lib/questions/why-number';
import { accessPatterns } from '../../../lib/settings/access';
import { checkSettings } from '../../../lib/settings/check';
import { defaultSettings, type Settings } from '../../../lib/settings/settings';

/** 23 November 2026, 14:00 UTC */
export const now = 1795442400;

export const neverSynced: SyncState = {
  phase: 'not-set-up',
  lastRun: 0,
  lastSuccess: 0,
  nextRun: 0,
  newCalls: 0,
  calls: 0,
  setAside: {},
  gaps: [],
  directory: { parties: 0, lastRun: 0 },
};

export const office: Settings = {
  ...defaultSettings,
  ucm: { host: '192.168.1.10', port: 8089, https: true, user: 'cdrapi', dialect: 'auto' },
  dolibarr: { root: 'https://erp.example.com/dolibarr', entity: 0 },
};

interface Story {
  settings?: Settings;
  ten?: Answered<'options.tenCalls'>['lines'];
  numbers?: Record<string, NumberAsked>;
  waiting?: WaitingNote[];
  plan?: PlanProposal;
  password?: string;
  key?: string;
  granted?: string[];
  sync?: Partial<SyncState>;
  origin?: Partial<OptionsState['origin']>;
  log?: LogEntry[];
}

/** A background that keeps what it is told, and a browser that remembers what it was asked for. */
export function createFakeBackground(story: Story = {}) {
  let settings = story.settings ?? defaultSettings;
  let password = story.password ?? '';
  let key = story.key ?? '';
  let sync: SyncState = { ...neverSynced, ...story.sync };
  const granted = new Set(story.granted);
  const asked: string[] = [];
  const files: { name: string; text: string }[] = [];
  const heard: { changed: () => void; returned: () => void } = { changed: () => undefined, returned: () => undefined };
  const browser = {
    requested: [] as string[][], // filled later
    opened: [] as string[], // filled later
    kept: [] as string[][], // filled later
    givesAccess: true,
    cookieHeader: false,
    restarts: 0,
    mayNotify: false,
  };
  const answers: { ucm: ConnectionTest; dolibarr: ConnectionTest; refusesToSave: boolean } = {
    ucm: { ok: true, found: 'UCM6302 1.0.27.8' },
    dolibarr: { ok: true, found: 'Dolibarr 22.0.4' },
    refusesToSave: false,
  };

  const state = (): OptionsState => ({
    settings,
    origin: { locked: [], refused: [], refusedPolicy: [], ucmPassword: false, ...story.origin },
    hasUcmPassword: password !== '',
    hasDolibarrKey: key !== '',
    access: accessPatterns(settings).map((pattern) => ({ pattern, granted: granted.has(pattern) })),
    mayNotify: browser.mayNotify,
    sync,
  });

  const questions: Record<string, (asked: never) => unknown> = {
    'options.read': state,
    'options.save': (question: { settings: unknown }) => {
      if (answers.refusesToSave) throw new AppError('store-full');
      settings = checkSettings(question.settings);
      return state();
    },
    'options.forgetRefused': () => {
      story.origin = { ...story.origin, refused: [] };
      return state();
    },
    'options.ucm': (question: { password: string }) => {
      password = question.password;
      return state();
    },
    'options.dolibarr': (question: { key: string }) => {
      key = question.key;
      return state();
    },
    'options.testUcm': () => answers.ucm,
    'options.testDolibarr': () => answers.dolibarr,
    'options.sample': () => {
      if (!story.password) throw new AppError('not-set-up', { subject: 'ucm' });
      return { text: '{"version":1,"answers":[]}' };
    },
    'options.tenCalls': () => ({ lines: story.ten ?? [] }),
    'options.whyNumber': (question: { number: string }) => story.numbers?.[question.number],
    'options.waitingNotes': () => ({ notes: story.waiting ?? [] }),
    'own.unknownWould': () => ({ proposed: settings.unknown.calls > 1 ? 2 : 5, made: 3 }),
    'options.plan': () =>
      settings.numbers.outsidePrefix === '' ? (story.plan ?? { of: 0, read: 0 }) : { of: 40, read: 39 },
    'options.log': () => ({ version: '0.1.0', entries: story.log ?? [] }),
    'own.state': () => ({ ...sync, language: settings.language, mayDelete: settings.retention.mayDelete }),
    'own.sync': () => {
      sync = { ...sync, phase: 'running', progress: { part: 'calls', from: now - 86_400, done: 0.4 } };
      return sync;
    },
    'own.stop': () => {
      sync = { ...sync, phase: 'idle' };
      return undefined;
    },
  };
  const ask: Ask = async (name, question) => {
    asked.push(name);
    const answer = questions[name];
    if (!answer) throw new AppError('invalid-question');
    return answer(question as never) as never; // the table above answers by the contract's names
  };

  const shell: OptionsShell = {
    ask,
    languages: ['en-GB'],
    async requestAccess(patterns) {
      browser.requested.push(patterns);
      if (browser.givesAccess) for (const pattern of patterns) granted.add(pattern);
      return browser.givesAccess;
    },
    async requestCookieHeader() {
      browser.cookieHeader = browser.givesAccess;
      return browser.givesAccess;
    },
    hasCookieHeader: async () => browser.cookieHeader,
    restart() {
      browser.restarts += 1;
    },
    async requestNotices() {
      browser.mayNotify = browser.givesAccess;
      return browser.givesAccess;
    },
    keepAccess: async (patterns) => void browser.kept.push(patterns),
    saveFile: (name, text) => void files.push({ name, text }),
    openPage: (address) => void browser.opened.push(address),
    onChanged(listener) {
      heard.changed = listener;
      return () => undefined;
    },
    onReturn(listener) {
      heard.returned = listener;
      return () => undefined;
    },
    now: () => now,
  };
  return {
    shell,
    browser,
    answers,
    heard,
    /** names of the questions asked since the last look */
    questions: (name: string): number => asked.filter((one) => one === name).length,
    files,
    saved: () => ({ settings, password, key }),
    putSync(part: Partial<SyncState>): void {
      sync = { ...sync, ...part };
    },
  };
}
