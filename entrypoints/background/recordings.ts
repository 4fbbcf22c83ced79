import type { CardAnswers } from '../../lib/answers/card';
import type { JournalAnswers } from '../../lib/answers/journal';

import { browser } from '../../lib/browser';
import type { UnnamedCall } from '../../lib/calls/unnamed-call';
import { callsAddress } from '../../lib/dolibarr/page';
import { AppError } from '../../lib/errors';
import { stayAwake } from '../../lib/hands/stay-awake';
import type { Log } from '../../lib/log';
import { canFeed, feedElement } from '../../lib/player/feed';
import type { FoundRecordings } from '../../lib/player/find-recordings';
import { type Found, idOf, type Kept, type Manner } from '../../lib/player/found';
import { createGrowingCopy, type GrowingCopy } from '../../lib/player/growing-copy';
import { createPlayer, type Player } from '../../lib/player/player';
import type { PlayCommand, Playing, RecordingRef } from '../../lib/player/playing';
import { answerRange } from '../../lib/player/range-answer';
import { seenBy } from '../../lib/player/seen-by';
import type { FilePart, PartyRef } from '../../lib/questions/questions';
import type { SettingsStore } from '../../lib/settings/settings-store';
import type { CopyStore } from '../../lib/store/copies';
import type { StateStore } from '../../lib/store/state';
import { tidyCopies } from '../../lib/store/tidy-copies';
import { openRecording } from '../../lib/ucm/recording';
import type { Connections } from './connections';
import { blobOf } from './recording-file';
import { createRecordingFiles } from './recording-files';
import { createTeller } from './tell-playing';

interface Parts {
  card: CardAnswers;
  journal: JournalAnswers;
  connections: Connections;
  settings: SettingsStore;
  state: StateStore;
  copies: CopyStore;
  log: Log;
  found: FoundRecordings;
}

/** Recordings as this browser plays, keeps and saves them. */
export interface Recordings {
  /** a card's page asks: recordings of its own calls alone are started, another's is not named to it */
  command(party: PartyRef, command: PlayCommand): Promise<Playing | undefined>;
  playing(party: PartyRef): Promise<Playing | undefined>;
  /** the extension's own page asks, about any call */
  ownCommand(command: PlayCommand): Promise<Playing | undefined>;
  ownPlaying(): Promise<Playing | undefined>;
  /** the recording as a file, from `at` on */
  part(party: PartyRef, recording: RecordingRef, at: number): Promise<FilePart>;
  /** names, without folder, of recordings that the rows of a call do not name; undefined where nobody can tell */
  find(party: PartyRef, key: string): Promise<string[] | undefined>;
  /** the same, of any call */
  ownFind(key: string): Promise<string[] | undefined>;
  ownPart(recording: RecordingRef, at: number): Promise<FilePart>;
  /** of calls that were deleted: nothing of them plays or stays */
  forget(calls: readonly string[]): Promise<void>;
  /** the recording as a whole, for a file that is at most so many bytes long */
  whole(party: PartyRef, recording: RecordingRef, most: number): Promise<{ name: string; bytes: Uint8Array }>;
  /** drops copies that are not to be kept any longer */
  tidy(): Promise<void>;
  /** what the audio element asks the worker for */
  answer(request: Request): Promise<Response>;
}

const MEMORY = 'playing';
const MANNER = 'listening';
const usual: Manner = { speed: 1, volume: 1, muted: false };
/** ms */
const pauses = [0, 1000, 5000, 15_000];

export function createRecordings({
  card,
  journal,
  connections,
  settings,
  state,
  copies,
  log,
  found: elsewhere,
}: Parts): Recordings {
  /** copies that are being downloaded, and not played */
  const tell = createTeller(() => player.sounds());
  let blob = '';

  const copyOf = (found: Found): GrowingCopy =>
    createGrowingCopy(idOf(found.recording), {
      store: copies,
      async open(signal) {
        await connections.ucmReady();
        return openRecording(connections.ucm, found, signal);
      },
      onChange: () => tell('bytes'),
      now: Date.now,
      pauses,
    });

  async function sourceOf(copy: GrowingCopy): Promise<string> {
    const { audio } = connections;
    if (!audio) return addressOf(copy.id);
    await copy.total();
    const next = canFeed(copy)
      ? await feedElement(audio, copy)
      : await copy.whole().then(async () => URL.createObjectURL(await blobOf(copy)));
    // The element is about to play the new one: the old file need not stay in memory.
    URL.revokeObjectURL(blob);
    blob = next;
    return blob;
  }

  async function tidy(but: string): Promise<void> {
    await tidyCopies(copies, { ...(await settings.read()).recordings, but, now: Date.now() });
  }

  const player: Player = createPlayer({
    stage: connections.stage,
    copyOf,
    sourceOf,
    tidy,
    memory: {
      async read() {
        return (await browser.storage.session.get(MEMORY))[MEMORY] as Kept | undefined; // written below alone
      },
      async write(kept) {
        await browser.storage.session.set({ [MEMORY]: kept });
      },
    },
    manner: {
      read: async () => ({ ...usual, ...((await state.read(MANNER)) as Partial<Manner> | undefined) }), // written below alone
      write: (manner) => state.write(MANNER, manner),
    },
    keepAwake: stayAwake,
    onChange: tell,
    now: Date.now,
  });

  async function find(party: PartyRef, { call, n }: RecordingRef): Promise<Found> {
    const { recordings, dolibarr } = await settings.read();
    if (!recordings.listen) throw new AppError('forbidden');
    const file = await card.recording(party, call, n);
    if (!file) throw new AppError('recording-gone');
    return {
      recording: { call, n },
      ...file,
      owner: ownerOf(party),
      card: callsAddress(dolibarr.root, party),
    };
  }

  async function findOwn({ call, n }: RecordingRef): Promise<Found> {
    if (!(await settings.read()).recordings.listen) throw new AppError('forbidden');
    const file = await journal.recording(call, n);
    if (!file) throw new AppError('recording-gone');
    return { recording: { call, n }, ...file };
  }

  async function namesOf(read: () => Promise<UnnamedCall | undefined>): Promise<string[] | undefined> {
    if (!(await settings.read()).recordings.listen) throw new AppError('forbidden');
    const call = await read();
    if (!call) return undefined;
    return (await elsewhere.find(call))?.map((name) => name.replace(/^.*\//, ''));
  }

  const files = createRecordingFiles({ played: (id) => player.copy(id), copyOf, log });

  return {
    async command(party, command) {
      const playing = await player.command(command, async (recording) => {
        const found = await find(party, recording);
        await log.add('listened', { recording: found.name });
        return found;
      });
      return playing && seenBy(ownerOf(party), playing);
    },
    async playing(party) {
      const playing = await player.playing();
      return playing && seenBy(ownerOf(party), playing);
    },
    async ownCommand(command) {
      return player.command(command, async (recording) => {
        const own = await findOwn(recording);
        await log.add('listened', { recording: own.name });
        return own;
      });
    },
    ownPlaying: () => player.playing(),
    find: (party, key) => namesOf(() => card.unnamed(party, key)),
    ownFind: (key) => namesOf(() => journal.unnamed(key)),
    part: async (party, recording, at) => files.part(await find(party, recording), at),
    whole: async (party, recording, most) => files.whole(await find(party, recording), most),
    ownPart: async (recording, at) => files.part(await findOwn(recording), at),
    async forget(calls) {
      const gone = new Set(calls);
      const playing = await player.playing();
      if (playing && gone.has(playing.recording.call)) {
        await player.command({ do: 'stop' }, () => Promise.reject(new AppError('forbidden')));
      }
      for (const { id } of await copies.all()) if (gone.has(id.replace(/\/\d+$/, ''))) await copies.remove(id);
    },
    async tidy() {
      const playing = await player.playing();
      await tidy(playing ? idOf(playing.recording) : '');
    },
    async answer(request) {
      const { pathname } = new URL(request.url);
      const copy = await player.copy(decodeURIComponent(pathname.slice(prefix.length)));
      return copy ? answerRange(copy, request.headers.get('range')) : new Response(null, { status: 404 });
    },
  };
}

const prefix = '/recordings/';

export function isForRecording(url: string): boolean {
  return url.startsWith(browser.runtime.getURL(prefix));
}

function addressOf(id: string): string {
  return `${prefix}${id}`;
}

function ownerOf({ kind, id }: PartyRef): string {
  return `${kind}:${id}`;
}
