import type { OptionsWords } from './options-words';

interface CertificateHelpProps {
  host: string;
  words: OptionsWords;
  open: () => void;
}

/** A UCM's own certificate is accepted by a person, on its page; the extension cannot do that and should not. */
export function CertificateHelp({ host, words, open }: CertificateHelpProps) {
  const { ucm } = words.options;
  return (
    <div class="help">
      <h3>{ucm.certificateTitle}</h3>
      <ol>
        {ucm.certificate.map((line) => (
          <li key={line}>{words.say(line, { host })}</li>
        ))}
      </ol>
      <button type="button" class="button button-main" onClick={open}>
        {ucm.open}
        <span aria-hidden="true"> ↗</span>
        <span class="spoken-only">{words.common.newTab}</span>
      </button>
    </div>
  );
}
