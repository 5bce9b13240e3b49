import { metres } from '../../amounts.ts';
import type { ToolProps } from '../../tool.ts';
import { FileText } from '../../widgets/file-text.tsx';
import { beginChallenge, challenge } from './challenge.ts';
import { mainSceneOf, openedReplay } from './opened-replay.ts';
import { Verdict } from './verdict.tsx';
import { Challenge, LearnAnew } from './walk-buttons.tsx';
import { words } from './words.ts';
import './shared-walk.css';

export interface SharedWalkProps extends ToolProps {
  /** Opens the tool with the replays. */
  open(): void;
}

/** What stands under a shared walk that fills the window: its name, its distance, and how to go on. */
export function SharedWalk({ open, ...props }: SharedWalkProps) {
  const of = openedReplay.value;
  const scene = of && mainSceneOf(of);
  if (of === undefined) return null;
  const { bundle, name, isChallenge } = of;
  const distance = scene?.measure ?? bundle.scenes[0]?.tests[0]?.distance;
  function beat(): void {
    if (scene === undefined) return;
    beginChallenge(props, scene, name);
    if (challenge.peek()) open();
  }
  return (
    <section class="shared-walk" aria-labelledby="shared-name">
      <div>
        <h2 id="shared-name">
          <FileText text={name} /> {distance !== undefined && <em>{metres(distance)}</em>}
        </h2>
        <Verdict {...of} />
        {isChallenge && <p class="note">{words.challenged}</p>}
      </div>
      <div class="actions">
        <LearnAnew props={props} scene={scene} isPrimary={!isChallenge} />
        <Challenge scene={scene} isPrimary={isChallenge} onClick={beat} />
        <button type="button" class="plain" onClick={open}>
          {words.allTools}
        </button>
      </div>
    </section>
  );
}
