import { metres } from '../../amounts.ts';
import type { ToolProps } from '../../tool.ts';
import { FileText } from '../../widgets/file-text.tsx';
import { type Challenge, challengeSequence, endChallenge } from './challenge.ts';
import { words } from './words.ts';

/** The state of a challenge. */
export function ChallengeCard({
  session,
  stageSelector,
  of,
}: Pick<ToolProps, 'session' | 'stageSelector'> & { of: Challenge }) {
  const { name, goal, newest, best, beatenIn, run } = of;
  const isOver = session.current.value !== run;
  const isShown = stageSelector.mode.value === 'sequence';
  return (
    <section class="challenge-card" aria-label={words.challengeTitle}>
      <h3>{words.challengeTitle}</h3>
      <dl>
        <dt>
          {words.ghost}: <FileText text={name} />
        </dt>
        <dd>{metres(goal)}</dd>
        <dt>{newest ? words.yours(newest.generation) : words.watching}</dt>
        <dd>{newest ? metres(newest.measure) : ''}</dd>
        <dt>{words.best}</dt>
        <dd>{best ? metres(best.measure) : '–'}</dd>
      </dl>
      <p class="outcome" role="status">
        {isOver ? words.challengeOver : beatenIn === undefined ? words.notYet : words.beaten(beatenIn)}
      </p>
      <div class="actions">
        {!isOver && !isShown && (
          <button type="button" class="primary" onClick={() => stageSelector.playSequence(challengeSequence)}>
            {words.meet}
          </button>
        )}
        <button
          type="button"
          onClick={() => {
            endChallenge();
            if (isShown) stageSelector.watchNewest();
          }}
        >
          {words.giveUp}
        </button>
      </div>
    </section>
  );
}
