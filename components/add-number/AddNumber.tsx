import { useContext, useEffect, useRef, useState } from 'preact/hooks';
import { type ErrorShape, shapeOf } from '../../lib/errors';
import type { NumberHomes, NumberWritten } from '../../lib/questions/add-number';
import type { CallLine } from '../../lib/questions/questions';
import { partyWords } from '../call/party-words';
import { ErrorNotice } from '../ErrorNotice/ErrorNotice';
import { AddNumberContext } from './add-number-context';
import { type Choice, HomesForm } from './HomesForm';

/** The number of a call, to be written where it belongs: a likely match made sure, or a contact told apart. */
export function AddNumber({ line }: { line: CallLine }) {
  const context = useContext(AddNumberContext);
  const [open, setOpen] = useState(false);
  const [homes, setHomes] = useState<NumberHomes>();
  const [working, setWorking] = useState(false);
  const [said, setSaid] = useState('');
  const [error, setError] = useState<ErrorShape>();
  const opener = useRef<HTMLButtonElement>(null);
  const wasOpen = useRef(false);
  // who goes on by keyboard goes on where the form was opened
  useEffect(() => {
    if (wasOpen.current && !open) opener.current?.focus();
    wasOpen.current = open;
  }, [open]);
  const sure = line.strength === 'exact';
  if (!context || line.rawNumber === '' || (sure && !context.contacts)) return null;
  const { shell, words, openOptions } = context;
  const { addNumber, say } = words;

  async function work(what: () => Promise<void>): Promise<void> {
    setWorking(true);
    setError(undefined);
    setSaid('');
    try {
      await what();
    } catch (failure) {
      setError(shapeOf(failure));
    } finally {
      setWorking(false);
    }
  }
  const load = () => work(async () => setHomes(await shell.homes(line.key)));
  const start = (): void => {
    setHomes(undefined);
    setOpen(true);
    void load();
  };
  const written = ({ party, field }: NumberWritten): void => {
    setSaid(say(addNumber.written, { party: partyWords(party), field: words.field[field] ?? field }));
    setOpen(false);
  };
  const write = (choice: Choice) =>
    work(async () => {
      if (choice.to === 'new') {
        written(await shell.contact(line.key, choice.firstname, choice.lastname));
        return;
      }
      const done = await shell.add(line.key, choice.to.party);
      if (done) written(done);
      else setSaid(say(addNumber.noField, { party: partyWords(choice.to.party) }));
    });
  const agree = () =>
    work(async () => {
      await shell.agree();
      setHomes(await shell.homes(line.key));
    });

  return (
    <div class="add-number">
      {!open && (
        <button ref={opener} type="button" class="button" onClick={start}>
          {sure ? addNumber.add : addNumber.confirm}
        </button>
      )}
      {open && homes && (
        <HomesForm
          homes={homes}
          words={words}
          busy={working}
          onWrite={(choice) => void write(choice)}
          onAgree={() => void agree()}
          onCancel={() => setOpen(false)}
        />
      )}
      <div class="add-number-said" role="status">
        {working ? addNumber.working : said}
      </div>
      {error && (
        <ErrorNotice error={error} words={words} actions={{ retry: () => void load(), options: openOptions }} />
      )}
    </div>
  );
}
