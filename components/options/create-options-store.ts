import { batch, computed, type ReadonlySignal, signal } from '@preact/signals';
import { AppError, type ErrorShape, shapeOf } from '../../lib/errors';
import type { OptionsState, SyncState } from '../../lib/questions/questions';
import { accessPatterns } from '../../lib/settings/access';
import { problemOf } from '../../lib/settings/check';
import { defaultSettings, type Settings } from '../../lib/settings/settings';
import { accessOf, askedToWait, curedElsewhere, type Machine, type TestState } from './machine';
import type { OptionsShell } from './shell';

export type OptionsStore = ReturnType<typeof createOptionsStore>;

const machines = ['ucm', 'dolibarr'] as const;

/** All that the options page knows and can ask for, without a view. `dispose` ends it. */
export function createOptionsStore(shell: OptionsShell) {
  const { ask } = shell;
  const state = signal<OptionsState | undefined>(undefined);
  /** as entered: ahead of `state` while a change is on its way */
  const settings = signal<Settings>(defaultSettings);
  const error = signal<ErrorShape | undefined>(undefined);
  const tests = { ucm: signal<TestState>({ running: false }), dolibarr: signal<TestState>({ running: false }) };
  const refused = { ucm: signal(false), dolibarr: signal(false) };
  const cookieHeader = signal<'missing' | 'refused' | 'given'>('missing');
  const starting = signal(false);
  const syncError = signal<ErrorShape | undefined>(undefined);

  const ends: (() => void)[] = []; // filled below
  /** Changes go one after the other, each with all settings as they then are. */
  let queue: Promise<unknown> = Promise.resolve();
  let waiting = 0;

  const accept = (answer: OptionsState): void => {
    batch(() => {
      state.value = answer;
      error.value = undefined;
      if (waiting === 0) settings.value = answer.settings;
    });
  };

  const inTurn = (question: () => Promise<OptionsState>): Promise<ErrorShape | undefined> => {
    waiting += 1;
    const turn = queue.then(async () => {
      try {
        const answer = await question();
        waiting -= 1;
        accept(answer);
        return undefined;
      } catch (failure) {
        waiting -= 1;
        const kept = state.peek();
        if (kept && waiting === 0) settings.value = kept.settings;
        return shapeOf(failure);
      }
    });
    queue = turn;
    return turn;
  };

  const read = async (): Promise<void> => {
    try {
      accept(await ask('options.read', undefined));
      if (await shell.hasCookieHeader()) cookieHeader.value = 'given';
      else if (cookieHeader.peek() === 'given') cookieHeader.value = 'missing';
    } catch (failure) {
      error.value = shapeOf(failure);
    }
  };

  const putSync = (sync: SyncState): void => {
    const known = state.peek();
    if (known) state.value = { ...known, sync };
  };

  const forgetTest = (machine: Machine): void => {
    tests[machine].value = { running: false };
  };

  /** Tests with what is saved. An answer about settings that have changed since is dropped. */
  const test = async (machine: Machine): Promise<void> => {
    if (tests[machine].peek().running) return;
    const mine: TestState = { running: true };
    tests[machine].value = mine;
    await queue;
    const result = await ask(machine === 'ucm' ? 'options.testUcm' : 'options.testDolibarr', undefined).catch(
      (failure: unknown) => ({ ok: false, error: shapeOf(failure) }),
    );
    if (tests[machine].peek() === mine) {
      tests[machine].value = { running: false, result };
      testLater(machine, result.error);
    }
    await read();
  };

  /** The test once more when the machine says it may be asked, unless something else was done by then. */
  const testLater = (machine: Machine, failed: ErrorShape | undefined): void => {
    const seconds = failed?.detail.seconds;
    if (!failed || seconds === undefined || !askedToWait.includes(failed.code)) return;
    const shown = tests[machine].peek();
    const timer = setTimeout(() => {
      if (tests[machine].peek() === shown) void test(machine);
    }, seconds * 1000);
    ends.push(() => clearTimeout(timer));
  };

  const afterAccess = async (machine: Machine, answer: Promise<boolean>): Promise<void> => {
    try {
      const granted = await answer;
      refused[machine].value = !granted;
      if (granted) await shell.keepAccess(accessPatterns(settings.peek()));
    } catch (failure) {
      error.value = shapeOf(failure);
      return;
    }
    await queue;
    await read();
  };

  const heardReturn = async (): Promise<void> => {
    await read();
    for (const machine of machines) {
      const code = tests[machine].peek().result?.error?.code;
      if (code && curedElsewhere.includes(code)) await test(machine);
    }
  };

  ends.push(
    shell.onChanged(() => void read()),
    shell.onReturn(() => void heardReturn()),
  );
  void read();

  return {
    state: state as ReadonlySignal<OptionsState | undefined>, // only this store writes it
    settings: settings as ReadonlySignal<Settings>, // only this store writes it
    error: error as ReadonlySignal<ErrorShape | undefined>, // only this store writes it
    syncError: syncError as ReadonlySignal<ErrorShape | undefined>, // only this store writes it
    tests: tests as Record<Machine, ReadonlySignal<TestState>>, // only this store writes it
    /** the browser was asked for access and did not give it */
    refused: refused as Record<Machine, ReadonlySignal<boolean>>, // only this store writes it
    /** the permission for a rule, where a machine wants its session in a header */
    cookieHeader: cookieHeader as ReadonlySignal<'missing' | 'refused' | 'given'>, // only this store writes it
    running: computed(() => starting.value || state.value?.sync.phase === 'running'),
    read,
    test,

    /** Saves what `make` changes. What cannot be used is told and not asked. */
    async change(make: (now: Settings) => Settings): Promise<ErrorShape | undefined> {
      const before = settings.peek();
      const wanted = make(before);
      const subject = problemOf(wanted);
      if (subject) return shapeOf(new AppError('invalid-setting', { subject }));
      for (const machine of machines) {
        if (JSON.stringify(before[machine]) !== JSON.stringify(wanted[machine])) forgetTest(machine);
      }
      settings.value = wanted;
      return inTurn(() => ask('options.save', { settings: settings.peek() }));
    },

    forgetRefused: () => inTurn(() => ask('options.forgetRefused', undefined)),

    async saveSecret(machine: Machine, secret: string): Promise<ErrorShape | undefined> {
      forgetTest(machine);
      return inTurn(() =>
        machine === 'ucm' ? ask('options.ucm', { password: secret }) : ask('options.dolibarr', { key: secret }),
      );
    },

    /** Within the click: nothing may be awaited before the browser is asked. */
    allow(machine: Machine): void {
      const known = state.peek();
      if (!known) return;
      const { pattern } = accessOf(machine, settings.peek(), known.access);
      void afterAccess(machine, shell.requestAccess([pattern]));
    },

    /** As above. */
    allowCookieHeader(): void {
      void shell.requestCookieHeader().then((given) => {
        cookieHeader.value = given ? 'given' : 'refused';
      });
    },

    restart: shell.restart,

    async readSync(): Promise<void> {
      try {
        putSync(await ask('own.state', undefined));
      } catch (failure) {
        syncError.value = shapeOf(failure);
      }
    },

    async sync(): Promise<void> {
      if (starting.peek()) return;
      starting.value = true;
      syncError.value = undefined;
      try {
        await queue;
        putSync(await ask('own.sync', undefined));
      } catch (failure) {
        syncError.value = shapeOf(failure);
      }
      starting.value = false;
    },

    async stop(): Promise<void> {
      try {
        await ask('own.stop', undefined);
        putSync(await ask('own.state', undefined));
      } catch (failure) {
        syncError.value = shapeOf(failure);
      }
    },

    dispose(): void {
      for (const end of ends) end();
    },
  };
}
