import { useState } from 'preact/hooks';
import { ErrorNotice } from '../ErrorNotice/ErrorNotice';
import { CertificateHelp } from './CertificateHelp';
import { CookieHeaderHelp } from './CookieHeaderHelp';
import { certificateCodes, type Machine, type Missing, missingFor, pageOf } from './machine';
import { UcmTold } from './UcmTold';
import type { StepView } from './view';

/** The test of one machine, what came of it, and the way out of what went wrong. */
export function ConnectionTest({ machine, view }: { machine: Machine; view: StepView }) {
  const { store, shell, words, settings, state } = view;
  const { options } = words;
  const [asked, setAsked] = useState(false);
  const missing = missingFor(machine, settings, state);
  const { running, result } = store.tests[machine].value;
  const page = pageOf(machine, settings);
  const error = result?.error;
  // what a run met is as good as a test of one's own, until that was made
  const wantsHeader =
    machine === 'ucm' && (error ?? (result ? undefined : state.sync.error))?.code === 'ucm-cookie-header';

  const run = (): void => {
    setAsked(true);
    const first = missing[0];
    if (first) document.getElementById(fieldOf(machine, first))?.focus();
    else void store.test(machine);
  };

  return (
    <div class="test">
      <div class="test-buttons">
        <button type="button" class="button" aria-disabled={running} onClick={run}>
          {running ? options.test.running : result ? options.test.again : options.test.run}
        </button>
        {!missing.includes('address') && (
          <button type="button" class="button button-link" onClick={() => shell.openPage(page)}>
            {machine === 'ucm' ? options.ucm.open : options.dolibarr.open}
            <span aria-hidden="true"> ↗</span>
            <span class="spoken-only">{words.common.newTab}</span>
          </button>
        )}
      </div>
      <div role="status" class="test-said">
        {running && <span class="spoken-only">{options.test.running}</span>}
        {asked && missing.length > 0 && !running && <p class="said said-warn">{missingText(machine, missing, view)}</p>}
        {result?.ok && (
          <p class="said said-ok">
            {result.found ? words.say(options.test.okFound, { found: result.found }) : options.test.ok}
          </p>
        )}
      </div>
      {result?.ok && <UcmTold told={result} words={words} />}
      {error && (
        <ErrorNotice error={error} words={words} actions={{}}>
          {error.detail.remaining !== undefined && (
            <p>{words.say(options.test.remaining, { count: error.detail.remaining })}</p>
          )}
        </ErrorNotice>
      )}
      {error && machine === 'ucm' && certificateCodes.includes(error.code) && (
        <CertificateHelp
          host={error.detail.host ?? settings.ucm.host}
          words={words}
          // the port that was not trusted, which need not be the one that is set
          open={() => shell.openPage(error.detail.host ? `https://${error.detail.host}/` : page)}
        />
      )}
      {wantsHeader && <CookieHeaderHelp view={view} />}
    </div>
  );
}

function fieldOf(machine: Machine, missing: Missing): string {
  return `${machine}-${missing}`;
}

function missingText(machine: Machine, missing: Missing[], { words }: StepView): string {
  const { options } = words;
  const names: Record<Missing, string> = {
    address: machine === 'ucm' ? options.ucm.address : options.dolibarr.address,
    user: options.ucm.user,
    secret: machine === 'ucm' ? options.ucm.password : options.dolibarr.key,
    access: options.access.title,
  };
  return words.say(options.test.missing, { list: missing.map((one) => names[one]).join(', ') });
}
