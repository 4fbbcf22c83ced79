import { useComputed, useSignal } from '@preact/signals';
import { useCallback, useEffect, useMemo, useState } from 'preact/hooks';
import { type ErrorShape, shapeOf } from '../../lib/errors';
import type { JournalLook } from '../../lib/questions/journal-look';
import { ErrorNotice } from '../ErrorNotice/ErrorNotice';
import { saveFile } from '../form/save-file';
import type { CallsWords } from './calls-words';
import { createJob } from './create-job';
import { createJournalStore } from './create-journal-store';
import { type Format, makeFile } from './export/make-file';
import { Journal } from './Journal';
import { JournalViews } from './JournalViews';
import { readColumns } from './journal-columns';
import { type JournalView, toWish, writeQuery } from './journal-filter';
import { journalAddress } from './route';
import type { CallsShell } from './shell';

interface JournalOfProps {
  filter: JournalView;
  shell: CallsShell;
  words: CallsWords;
  now: number;
}

/** The journal with what it knows; the filter of the address is its only one. */
export function JournalOf({ filter, shell, words, now }: JournalOfProps) {
  const held = useSignal(filter);
  const current = useComputed(() => held.value);
  const store = useMemo(
    () => createJournalStore({ ask: shell.ask, filter: current, onChanged: shell.onChanged, now: shell.now }),
    [shell, current],
  );
  useEffect(() => () => store.dispose(), [store]);
  const job = useMemo(() => createJob(shell.ask), [shell]);
  useEffect(() => job.cancel, [job]);
  const wish = () => toWish(filter, shell.now());
  const exported = (format: Format): void => {
    const day = new Date(shell.now() * 1000).toLocaleDateString('sv');
    void job.exported(
      wish(),
      (pages) => makeFile(format, pages, words, shell.languages[0] ?? words.language),
      (file) => saveFile(file, `${words.calls.file}-${day}.${format}`),
    );
  };
  useEffect(() => {
    if (journalAddress(held.peek()) !== journalAddress(filter)) held.value = filter;
  }, [held, filter]);
  const change = (part: Partial<JournalView>): void =>
    shell.goTo(journalAddress({ ...filter, ...part }), part.text !== undefined);
  const [look, setLook] = useState<JournalLook>();
  const [wrong, setWrong] = useState<ErrorShape>();
  const keep = useCallback((asked: Promise<JournalLook>): void => {
    asked.then(
      (known) => {
        setLook(known);
        setWrong(undefined);
      },
      (failure: unknown) => setWrong(shapeOf(failure)),
    );
  }, []);
  useEffect(() => {
    const read = (): void => keep(shell.ask('own.journalLook', undefined));
    read();
    // a view goes with the number it was saved for
    return shell.onChanged(read);
  }, [shell, keep]);
  const columns = readColumns(filter.columns) ?? look?.columns ?? [];
  const views = (
    <>
      {wrong && <ErrorNotice error={wrong} words={words} actions={{}} />}
      {look && (
        <JournalViews
          look={look}
          filter={filter}
          columns={columns}
          words={words}
          onColumns={(chosen) => {
            keep(shell.ask('own.keepColumns', { columns: chosen }));
            if (filter.columns !== '') change({ columns: '' });
          }}
          onKeep={(name) => {
            const kept = { ...filter, columns: columns.join(',') };
            keep(shell.ask('own.keepView', { name, query: writeQuery(kept) }));
            shell.goTo(journalAddress(kept), false);
          }}
          onDelete={(name) => keep(shell.ask('own.deleteView', { name }))}
        />
      )}
    </>
  );
  return (
    <Journal
      columns={columns}
      views={views}
      store={store}
      job={job}
      shell={shell}
      filter={filter}
      words={words}
      now={now}
      openOptions={shell.openOptions}
      onFilter={change}
      onExport={exported}
      onSelectAll={(found) => void job.keysOf(wish(), found)}
      onClear={() => shell.goTo(journalAddress({ columns: filter.columns }), false)}
      goTo={(address) => shell.goTo(address, false)}
    />
  );
}
