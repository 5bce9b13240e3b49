import type { ToolProps } from '../../tool.ts';
import { Icon } from '../../widgets/icon.tsx';
import type { CheckedReplay } from './check-replay.ts';
import { learnAnew } from './replay-actions.ts';
import { words } from './words.ts';

export interface LearnAnewProps {
  props: ToolProps;
  scene: CheckedReplay | undefined;
  isPrimary?: boolean;
}

/** Begins the run that a replay comes from again. */
export const LearnAnew = ({ props, scene, isPrimary = false }: LearnAnewProps) => (
  <button
    type="button"
    class={isPrimary ? 'primary' : undefined}
    title={words.learnAnewAbout}
    disabled={scene === undefined}
    onClick={() => scene && learnAnew(props, scene.replay)}
  >
    <Icon name="restart" /> {words.learnAnew}
  </button>
);

export interface ChallengeProps {
  scene: CheckedReplay | undefined;
  isPrimary?: boolean;
  onClick(): void;
}

/** Begins a race against a replay. */
export const Challenge = ({ scene, isPrimary = false, onClick }: ChallengeProps) => (
  <button
    type="button"
    class={isPrimary ? 'primary' : undefined}
    title={words.challengeAbout}
    disabled={scene?.clip === undefined}
    onClick={onClick}
  >
    <Icon name="ghost" /> {words.challenge}
  </button>
);
