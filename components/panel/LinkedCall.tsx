import { type ReadonlySignal, useSignalEffect } from '@preact/signals';
import { useContext, useEffect, useRef, useState } from 'preact/hooks';
import { writeMoment } from '../../lib/calls/moment';
import { type ErrorShape, shapeOf } from '../../lib/errors';
import type { Ask, CallDetail, PartyRef } from '../../lib/questions/questions';
import { ErrorNotice } from '../ErrorNotice/ErrorNotice';
import { PlayerContext } from '../player/player-context';
import { CallDetails } from './CallOpened';
import type { Linked } from './linked';
import type { PanelWords } from './panel-words';

interface LinkedCallProps {
  linked: Linked;
  ask: Ask;
  party: PartyRef;
  changed: ReadonlySignal<number>;
  words: PanelWords;
  openAddress(party: PartyRef): string;
  onClose(): void;
}

type Known = 'asking' | { detail: CallDetail | undefined } | { error: ErrorShape };

/**
 * The call that a link means, above the list, whatever page of it the call's line is on. Its recording begins by itself
 * where the link was pressed in Dolibarr; who came from elsewhere presses once more.
 */
export function LinkedCall({ linked, ask, party, changed, words, openAddress, onClose }: LinkedCallProps) {
  const { panel, times, call, say } = words;
  const [known, setKnown] = useState<Known>('asking');
  const [tries, setTries] = useState(0);
  const title = useRef<HTMLHeadingElement>(null);
  const started = useRef<Linked | undefined>(undefined);
  const player = useContext(PlayerContext)?.player;
  const { key, n, at } = linked;
  const playable = player !== undefined && player.countOf(key) > n;

  useSignalEffect(() => {
    if (changed.value > 0) setTries((count) => count + 1);
  });
  useEffect(() => {
    let left = false;
    ask('card.call', { party, key }).then(
      (detail) => left || setKnown({ detail }),
      (failure: unknown) => left || setKnown({ error: shapeOf(failure) }),
    );
    return () => {
      left = true;
    };
  }, [ask, party, key, tries]);
  useEffect(() => title.current?.focus(), [linked]);
  useEffect(() => {
    if (!playable || !linked.byItself || started.current === linked) return;
    started.current = linked;
    player.playFrom({ call: key, n }, at);
  }, [player, playable, linked, key, n, at]);

  const detail = typeof known === 'object' && 'detail' in known ? known.detail : undefined;
  const moment = writeMoment(n, at);
  return (
    <section class="box linked" aria-labelledby="linked-title">
      <div class="linked-head">
        <h2 id="linked-title" ref={title} tabIndex={-1}>
          {detail
            ? `${times.date(detail.line.start)} ${times.time(detail.line.start)} · ${detail.line.number || call.hidden}`
            : panel.linked}
        </h2>
        {playable && !linked.byItself && (
          <button type="button" class="button" onClick={() => player.playFrom({ call: key, n }, at)}>
            {say(panel.playFrom, { moment })}
          </button>
        )}
        <button type="button" class="button" onClick={onClose}>
          {panel.linkedClose}
        </button>
      </div>
      {typeof known === 'object' && 'error' in known && (
        <ErrorNotice error={known.error} words={words} actions={{ retry: () => setTries(tries + 1) }} />
      )}
      {typeof known === 'object' && 'detail' in known && !detail && <p class="quiet">{panel.linkedGone}</p>}
      {detail && <CallDetails detail={detail} words={words} openAddress={openAddress} />}
    </section>
  );
}
