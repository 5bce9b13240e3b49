import { effect, useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { Finding, Remedy } from '../../../run/finding.ts';
import { throttle } from '../../browser/throttle.ts';
import { checkup, lastChangeOf } from '../../session/checkup.ts';
import type { Row } from '../../session/history.ts';
import type { ToolProps } from '../../tool.ts';
import { SentenceText } from '../../widgets/file-text.tsx';
import './doctor.css';
import { FindingCard } from './finding-card.tsx';
import { Gauges, SPAN } from './gauges.tsx';
import { type AppliedFix, apply, undo } from './remedy.ts';
import { words } from './words.ts';

/** Milliseconds between two updates: a list that changes faster cannot be read. */
const EVERY = 1000;

/** Reports problems of the run in plain words, with remedies, and shows its vital signs. */
export function Doctor({ session, choose }: ToolProps) {
  const findings = useSignal<readonly Finding[]>([]);
  const rows = useSignal<readonly Row[]>([]);
  const done = useSignal<AppliedFix>({ words: '' });
  useEffect(() => {
    const update = () => {
      findings.value = checkup(session);
      rows.value = session.history.latest(SPAN);
    };
    const { request, stop } = throttle(EVERY, update);
    update();
    const stopListening = effect(() => {
      // Another run has begun: the former fix cannot be undone.
      if (session.latest.value === undefined && done.peek().before) done.value = { words: '' };
      void session.nextExperiment.value;
      request();
    });
    return () => {
      stop();
      stopListening();
    };
  }, [session, findings, rows, done]);
  const record = (fix: AppliedFix) => {
    done.value = fix;
    findings.value = checkup(session);
  };
  const help = (remedy: Remedy) => record(apply(remedy, session, choose));
  const { words: message, before } = done.value;
  return (
    <div class="doctor">
      <p class="lead">{words.lead}</p>
      <div class="done" data-empty={message === ''}>
        <p class="told" role="status">
          <SentenceText text={message} />
        </p>
        {before && (
          <button type="button" class="plain" onClick={() => record(undo(before, session))}>
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
        <Gauges rows={rows.value} since={lastChangeOf(session)} />
      )}
    </div>
  );
}
