import { useEffect, useState } from 'preact/hooks';

/** Seconds of which nobody needs to be told: a telephone system that is well answers sooner. */
const PATIENCE = 5;

/** Seconds since what is waited for moved on last (`at` became another); 0 in the first few. */
export function useWaited(at: string): number {
  const [seconds, setSeconds] = useState(0);
  useEffect(() => {
    setSeconds(0);
    const timer = setInterval(() => setSeconds((now) => now + 1), 1000);
    return () => clearInterval(timer);
  }, [at]);
  return seconds < PATIENCE ? 0 : seconds;
}
