import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { type ErrorShape, shapeOf } from '../../lib/errors';

/** What one question answered so far. `done` tells an answer that is undefined from none. */
export interface AskedOnce<T> {
  done: boolean;
  answer?: T;
  error?: ErrorShape;
  again(): void;
}

/** Asks when shown, when `about` becomes another, and whenever something changed. */
export function useAsked<T>(
  question: () => Promise<T>,
  about: string,
  onChanged: (heard: () => void) => () => void,
): AskedOnce<T> {
  const [known, setKnown] = useState<{ about: string; answer?: T; error?: ErrorShape }>();
  const asking = useRef(question);
  asking.current = question;
  const latest = useRef(0);
  const again = useCallback(() => {
    const mine = ++latest.current;
    const told = (next: { answer?: T; error?: ErrorShape }): void => {
      if (mine === latest.current) setKnown({ about, ...next });
    };
    asking.current().then(
      (answer) => told({ answer }),
      (failure: unknown) => told({ error: shapeOf(failure) }),
    );
  }, [about]);
  useEffect(() => {
    again();
    const end = onChanged(again);
    return () => {
      latest.current++;
      end();
    };
  }, [again, onChanged]);
  return known?.about === about ? { done: true, ...known, again } : { done: false, again };
}
