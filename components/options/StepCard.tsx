import type { ComponentChildren } from 'preact';
import type { StepStatus } from './machine';
import type { OptionsWords } from './options-words';

interface StepCardProps {
  id: string;
  number: number;
  title: string;
  intro: string;
  words: OptionsWords;
  status?: StepStatus;
  children: ComponentChildren;
}

export function StepCard({ id, number, title, intro, words, status, children }: StepCardProps) {
  return (
    <section class="step" id={id} aria-labelledby={`${id}-title`}>
      <header class="step-head">
        <span class="step-number" aria-hidden="true">
          {number}
        </span>
        <h2 id={`${id}-title`}>
          <span class="spoken-only">{`${words.say(words.options.step, { count: number })} – `}</span>
          {title}
        </h2>
        {status && <span class={`chip chip-${status}`}>{words.options.status[status]}</span>}
      </header>
      <p class="step-intro">{intro}</p>
      {children}
    </section>
  );
}
