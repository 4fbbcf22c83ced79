// biome-ignore-all lint/a11y/useSemanticElements: lines that are placed one by one cannot be a table's
// biome-ignore-all lint/a11y/useFocusableInteractive: in this treegrid the focus is on lines, not on cells
import type { CallDetail, PartyRef } from '../../lib/questions/questions';
import { AddNumber } from '../add-number/AddNumber';
import { partyWords } from '../call/party-words';
import { staffWords } from '../call/staff-words';
import { ErrorNotice } from '../ErrorNotice/ErrorNotice';
import { Notes } from '../notes/Notes';
import { LookedFor } from '../player/LookedFor';
import { Mailbox } from '../player/Mailbox';
import { Recordings } from '../player/Recordings';
import { Course } from './Course';
import type { OpenedCall } from './create-panel-store';
import type { PanelWords } from './panel-words';
import { Reasons } from './Reasons';

interface CallOpenedProps {
  opened: OpenedCall;
  rowIndex: number;
  words: PanelWords;
  openAddress(party: PartyRef): string;
  onRetry(): void;
}

/** All of one call, below its line. */
export function CallOpened({ opened, rowIndex, words, openAddress, onRetry }: CallOpenedProps) {
  const { panel } = words;
  return (
    <div class="opened" role="row" aria-level={2} aria-rowindex={rowIndex}>
      <div class="opened-cell" role="gridcell" aria-colindex={1} aria-colspan={9}>
        {opened.state === 'gone' && <p class="quiet">{panel.gone}</p>}
        {opened.error && <ErrorNotice error={opened.error} words={words} actions={{ retry: onRetry }} />}
        {opened.detail && <CallDetails detail={opened.detail} words={words} openAddress={openAddress} />}
      </div>
    </div>
  );
}

interface CallDetailsProps {
  detail: CallDetail;
  words: PanelWords;
  openAddress(party: PartyRef): string;
}

/** Legs, recordings, notes and facts of a call. */
export function CallDetails({ detail, words, openAddress }: CallDetailsProps) {
  const { panel, times, say } = words;
  const { line } = detail;
  const facts: [string, string][] = [
    [panel.began, `${times.date(line.start)} ${times.exactTime(line.start)}`],
    [panel.length, times.length(detail.duration)],
    [panel.did, detail.did],
    [
      panel.rung,
      [...detail.rung]
        .sort((one, other) => one.localeCompare(other, 'en', { numeric: true }))
        .map((one) => staffWords(one, detail.staff))
        .join(', '),
    ],
    [panel.lastSpeaker, staffWords(detail.lastSpeaker, detail.staff)],
    [panel.recorded, line.recordings > 0 ? say(panel.recordings, { count: line.recordings }) : ''],
  ];
  return (
    <>
      <Course legs={detail.legs} staff={detail.staff} words={words} />
      {detail.unnamed ? <LookedFor call={line.key} /> : <Recordings call={line.key} names={detail.recordings} />}
      <Mailbox detail={detail} />
      <Notes call={line.key} length={detail.duration} also={line.others} />
      <div class="opened-halves">
        <dl class="facts">
          {facts
            .filter(([, value]) => value !== '')
            .map(([name, value]) => (
              <div class="fact" key={name}>
                <dt>{name}</dt>
                <dd>{value}</dd>
              </div>
            ))}
        </dl>
        <div class="opened-why">
          <h3>{panel.why}</h3>
          <Reasons reasons={detail.reasons} number={line.number} words={words} />
          {line.others.length > 0 && (
            <p>
              {panel.alsoOf}{' '}
              {line.others.map((party, i) => (
                <span key={`${party.kind}${party.id}`}>
                  {i > 0 && ', '}
                  <a href={openAddress(party)}>{partyWords(party)}</a>
                </span>
              ))}
            </p>
          )}
          <AddNumber line={line} />
        </div>
      </div>
    </>
  );
}
