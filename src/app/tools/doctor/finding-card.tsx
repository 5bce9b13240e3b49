import type { Finding, Remedy } from '../../../run/finding.ts';
import { SentenceText } from '../../widgets/file-text.tsx';
import { words } from './words.ts';

const signs = {
  serious: 'M12 4.5L21 19.5H3zM12 10.5v4M12 17v.1',
  hint: 'M12 20.5a8.5 8.5 0 1 0 0-17 8.5 8.5 0 0 0 0 17zM12 11v5M12 8v.1',
  well: 'M12 20.5a8.5 8.5 0 1 0 0-17 8.5 8.5 0 0 0 0 17zM8.2 12.2l2.7 2.7 5-5.4',
} as const;

/** One finding: what was observed, why it matters, and remedies of one click. */
export function FindingCard({ finding, apply }: { finding: Finding; apply(remedy: Remedy): void }) {
  const { severity, words: seen, why, remedies } = finding;
  return (
    <li class={`finding ${severity}`}>
      <svg class="icon" viewBox="0 0 24 24" role="img" aria-label={words.severity[severity]}>
        <path d={signs[severity]} />
      </svg>
      <div>
        <p class="seen">
          <SentenceText text={seen} />
        </p>
        <details>
          <summary>{words.why}</summary>
          <p>
            <SentenceText text={why} />
          </p>
        </details>
        {remedies.map((remedy, i) => (
          <button key={remedy.words} type="button" class={i === 0 ? 'primary' : ''} onClick={() => apply(remedy)}>
            <SentenceText text={remedy.words} />
          </button>
        ))}
      </div>
    </li>
  );
}
