import { effect, useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { Finding, Remedy } from '../../../run/finding.ts';
import { throttle } from '../../browser/throttle.ts';
import { checkup, sinceOf } from '../../session/checkup.ts';
import type { Row } from '../../session/history.ts';
import type { ToolProps } from '../../tool.ts';
import './doctor.css';
import { FindingCard } from './finding-card.tsx';
import { Gauges, SPAN } from './gauges.tsx';
import { type AppliedFix, apply, undo } from './remedy.ts';
import { words } from './words.ts';

/** Milliseconds between two looks: nobody reads a list that changes faster. */
const EVERY = 1000;

/** Watches the run and says in plain words what it sees, with something to be done about it. */
export function Doctor({ session, choose }: ToolProps) {
  const findings = useSignal<readonly Finding[]>([]);
  const rows = useSignal<readonly Row[]>([]);
  const done = useSignal<AppliedFix>({ words: '' });
  useEffect(() => {
    const look = () => {
      findings.value = checkup(session);
      rows.value = session.history.latest(SPAN);
    };
    const { soon, stop } = throttle(EVERY, look);
    look();
    const stopListening = effect(() => {
      // What could be undone was of another run.
      if (session.latest.value === undefined && done.peek().before) done.value = { words: '' };
      void session.now.value;
      soon();
    });
    return () => {
      stop();
      stopListening();
    };
  }, [session, findings, rows, done]);
  const does = (deed: AppliedFix) => {
    done.value = deed;
    findings.value = checkup(session);
  };
  const help = (remedy: Remedy) => does(apply(remedy, session, choose));
  const { words: told, before } = done.value;
  return (
    <div class="doctor">
      <p class="lead">{words.lead}</p>
      <div class="done" data-empty={told === ''}>
        <p class="told" role="status">
          {told}
        </p>
        {before && (
          <button type="button" class="plain" onClick={() => does(undo(before, session))}>
            {words.undo}
          </button>
        )}
      </div>
      <ul aria-label={words.findings}>
        {findings.value.map((finding) => (
          <FindingCard key={finding.id} finding={finding} apply={help} />
        ))}
      </ul>
      <h3>{words.signs}</h3>
      {rows.value.length === 0 ? (
        <p class="lead">{words.none}</p>
      ) : (
        <Gauges rows={rows.value} since={sinceOf(session)} />
      )}
    </div>
  );
}
