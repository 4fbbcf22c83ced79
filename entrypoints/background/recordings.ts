import type { CardAnswers } from '../../lib/answers/card';
import { browser } from '../../lib/browser';
import { callsAddress } from '../../lib/dolibarr/page';
import { AppError } from '../../lib/errors';
import { stayAwake } from '../../lib/hands/stay-awake';
import type { Log } from '../../lib/log';
import { createGrowingCopy, type GrowingCopy } from '../../lib/player/growing-copy';
import { createPlayer, type Found, idOf, type Kept, type Manner, type Player } from '../../lib/player/player';
import type { PlayCommand, Playing, RecordingRef } from '../../lib/player/playing';
import { answerRange } from '../../lib/player/range-answer';
import { playingKey } from '../../lib/questions/changed';
import type { PartyRef } from '../../lib/questions/questions';
import type { SettingsStore } from '../../lib/settings/settings-store';
import type { CopyStore } from '../../lib/store/copies';
import type { StateStore } from '../../lib/store/state';
import { tidyCopies } from '../../lib/store/tidy-copies';
import { openRecording } from '../../lib/ucm/recording';
import type { Connections } from './connections';

interface Parts {
  card: CardAnswers;
  connections: Connections;
  settings: SettingsStore;
  state: StateStore;
  copies: CopyStore;
  log: Log;
}

/** Recordings as this browser plays, keeps and saves them. */
export interface Recordings {
  /** a card's page asks: recordings of its own calls alone are started, another's is not named to it */
  command(party: PartyRef, command: PlayCommand): Promise<Playing | undefined>;
  playing(party: PartyRef): Promise<Playing | undefined>;
  /** the extension's own page asks: nothing is started there yet */
  ownCommand(command: PlayCommand): Promise<Playing | undefined>;
  ownPlaying(): Promise<Playing | undefined>;
  download(party: PartyRef, recording: RecordingRef): Promise<void>;
  /** what the audio element, or the browser's download, asks the worker for */
  answer(request: Request): Promise<Response>;
}

const MEMORY = 'playing';
const MANNER = 'listening';
const usual: Manner = { speed: 1, volume: 1, muted: false };
/** ms */
const pauses = [0, 1000, 5000, 15_000];

export function createRecordings({ card, connections, settings, state, copies, log }: Parts): Recordings {
  const saving = new Map<string, { found: Found; copy: GrowingCopy }>();
  const tell = createTeller();

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
    if (connections.servedByWorker) return addressOf(copy.id);
    await copy.whole();
    return URL.createObjectURL(await blobOf(copy));
  }

  const player: Player = createPlayer({
    stage: connections.stage,
    copyOf,
    sourceOf,
    tidy: async (but) => tidyCopies(copies, { ...(await settings.read()).recordings, but, now: Date.now() }),
    memory: {
      async read() {
        return (await browser.storage.session.get(MEMORY))[MEMORY] as Kept | undefined; // written below alone
      },
      async write(kept) {
        if (kept) await browser.storage.session.set({ [MEMORY]: kept });
        else await browser.storage.session.remove(MEMORY);
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

  async function download(party: PartyRef, recording: RecordingRef): Promise<void> {
    const found = await find(party, recording);
    const id = idOf(recording);
    const copy = (await player.copy(id)) ?? saving.get(id)?.copy ?? copyOf(found);
    saving.set(id, { found, copy });
    // What cannot be had is said before the browser is asked to save it.
    if (connections.servedByWorker) await copy.total();
    else await copy.whole();
    const src = connections.servedByWorker ? `${addressOf(id)}?save` : URL.createObjectURL(await blobOf(copy));
    await connections.stage.tell({ do: 'save', src, name: fileName(found) });
    await log.add('downloaded', { recording: found.name });
  }

  return {
    async command(party, command) {
      const playing = await player.command(command, async (recording) => {
        const found = await find(party, recording);
        await log.add('listened', { recording: found.name });
        return found;
      });
      return playing && seenBy(party, playing);
    },
    async playing(party) {
      const playing = await player.playing();
      return playing && seenBy(party, playing);
    },
    async ownCommand(command) {
      return player.command(command, () => Promise.reject(new AppError('forbidden')));
    },
    ownPlaying: () => player.playing(),
    download,
    async answer(request) {
      const { pathname, search } = new URL(request.url);
      const id = decodeURIComponent(pathname.slice(prefix.length));
      const saved = search === '?save' ? saving.get(id) : undefined;
      const copy = saved?.copy ?? (await player.copy(id));
      if (!copy) return new Response(null, { status: 404 });
      const answer = await answerRange(copy, request.headers.get('range'));
      if (saved) {
        answer.headers.set('Content-Disposition', `attachment; filename="${fileName(saved.found)}"`);
        void copy
          .whole()
          .finally(() => saving.delete(id))
          .catch(() => undefined);
      }
      return answer;
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

/** Whose call it is that plays is nothing for the page of another party. */
function seenBy(party: PartyRef, { owner, ...playing }: Playing & { owner?: string }): Playing {
  return owner === ownerOf(party) ? playing : { ...playing, label: '', card: '' };
}

/** The same in every browser: `2026-11-23T0912Z 0639981234 k3x9a-1.wav`, the time being UTC. */
function fileName({ recording, number, startedAt }: Found): string {
  const start = new Date(startedAt * 1000).toISOString();
  const who = number.replace(/[^+\dA-Za-z]/g, '') || 'hidden';
  const key = recording.call.replace(/^\d+-/, '');
  return `${start.slice(0, 13)}${start.slice(14, 16)}Z ${who} ${key}-${recording.n + 1}.wav`;
}

async function blobOf(copy: GrowingCopy): Promise<Blob> {
  const parts: BlobPart[] = [];
  for (let at = 0, part = await copy.read(0); part; part = await copy.read(at)) {
    parts.push(new Uint8Array(part));
    at += part.length;
  }
  return new Blob(parts, { type: copy.state().head?.type ?? 'audio/wav' });
}

/** Tells every page, by a counter, that what plays has changed: at once, and once a second while bytes come. */
function createTeller(): (what: 'status' | 'bytes') => void {
  let last = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const now = () => {
    clearTimeout(timer);
    timer = undefined;
    last = Date.now();
    void browser.storage.local.set({ [playingKey]: last });
  };
  return (what) => {
    const rest = last + 1000 - Date.now();
    if (what === 'status' || rest <= 0) now();
    else timer ??= setTimeout(now, rest);
  };
}
