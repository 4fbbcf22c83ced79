import { useContext } from 'preact/hooks';
import type { JournalCall } from '../../lib/questions/journal';
import type { CallDetail } from '../../lib/questions/questions';
import { staffWords } from '../call/staff-words';
import { PlayerContext } from './player-context';

/** Where the message of a call lies that ended in the voicemail: the newer API gives none (section 4.2), the older one not all. */
export function Mailbox({ detail }: { detail: CallDetail | JournalCall }) {
  const context = useContext(PlayerContext);
  if (!context || detail.line.outcome !== 'voicemail' || detail.recordings.length > 0) return null;
  if (context.player.countOf(detail.line.key) > 0) return null;
  const { player, say } = context.words;
  const extension = detail.legs.findLast(({ role }) => role === 'voicemail')?.target ?? '';
  return (
    <div class="player-search">
      {extension === '' ? player.someMailbox : say(player.mailbox, { extension: staffWords(extension, detail.staff) })}
    </div>
  );
}
