import type { Tab } from './chromium';

/** One entry of Chromium's own trace; lengths in microseconds. */
export interface TraceEvent {
  name: string;
  pid: number;
  tid: number;
  /** by the clock, and of the processor's own time where Chromium tells it */
  dur?: number;
  tdur?: number;
  args?: { data?: { url?: string } };
}

/** What Chromium traced of these categories while the work was done. */
export async function traced(
  tab: Tab,
  categories: readonly string[],
  work: () => Promise<void>,
): Promise<TraceEvent[]> {
  const events: TraceEvent[] = [];
  const stop = tab.on<{ value: TraceEvent[] }>('Tracing.dataCollected', ({ value }) => void events.push(...value));
  const complete = new Promise<void>((resolve) => tab.on('Tracing.tracingComplete', () => resolve()));
  await tab.send('Tracing.start', {
    traceConfig: { includedCategories: categories, recordMode: 'recordUntilFull' },
    transferMode: 'ReportEvents',
  });
  await work();
  await tab.send('Tracing.end');
  await complete;
  stop();
  return events;
}
