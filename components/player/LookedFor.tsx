import { useContext, useEffect, useState } from 'preact/hooks';
import { PlayerContext } from './player-context';
import { Recordings } from './Recordings';

type Search = 'asking' | 'failed' | { names: readonly string[] | undefined };

/**
 * The recordings of a call whose rows name none: asked for when its line is opened. Where nobody can tell, nothing is
 * said; where the UCM did not answer, it can be asked again.
 */
export function LookedFor({ call }: { call: string }) {
  const context = useContext(PlayerContext);
  const player = context?.player;
  const [search, setSearch] = useState<Search>('asking');
  const [tries, setTries] = useState(0);
  useEffect(() => {
    let left = false;
    setSearch('asking');
    player?.find(call).then(
      (names) => left || setSearch({ names }),
      () => left || setSearch('failed'),
    );
    return () => {
      left = true;
    };
  }, [player, call, tries]);
  if (!context) return null;
  const { player: texts, common } = context.words;
  if (typeof search === 'object' && search.names && search.names.length > 0) {
    return <Recordings call={call} names={search.names} />;
  }
  return (
    <div class="player-search" role="status">
      {search === 'asking' && texts.looking}
      {typeof search === 'object' && search.names && texts.none}
      {search === 'failed' && (
        <>
          {texts.lookFailed}{' '}
          <button type="button" class="button" onClick={() => setTries(tries + 1)}>
            {common.retry}
          </button>
        </>
      )}
    </div>
  );
}
