import type { ComponentChildren } from 'preact';
import type { ReplayBundle } from '../../../format/bundle-document.ts';
import type { ToolProps } from '../../tool.ts';
import { Icon } from '../../widgets/icon.tsx';
import { beginChallenge } from './challenge.ts';
import { mainSceneOf, type OpenedReplay } from './opened-replay.ts';
import { copyReplayLink, evolveFrom } from './replay-actions.ts';
import { Challenge, LearnAnew } from './walk-buttons.tsx';
import { words } from './words.ts';

export interface OpenedActionsProps {
  props: ToolProps;
  of: OpenedReplay;
  /** Whether it was opened by a challenge link: the challenge is the primary action. */
  invites?: boolean;
  /** Further buttons. */
  children?: ComponentChildren;
}

const isOne = ({ kind }: ReplayBundle) => kind === 'replay';

/** Actions on the opened replay. */
export function OpenedActions({ props, of, invites = false, children }: OpenedActionsProps) {
  const scene = mainSceneOf(of);
  const { bundle, name } = of;
  return (
    <div class="actions">
      <Challenge scene={scene} isPrimary={invites} onClick={() => scene && beginChallenge(props, scene, name)} />
      <LearnAnew props={props} scene={scene} />
      <button
        type="button"
        title={words.evolveOnAbout}
        disabled={scene === undefined}
        onClick={() => scene && evolveFrom(props, scene.replay)}
      >
        <Icon name="branch" /> {words.evolveOn}
      </button>
      {isOne(bundle) && (
        <>
          <button type="button" onClick={() => copyReplayLink(bundle, 'r')}>
            <Icon name="share" /> {words.copyLink}
          </button>
          <button type="button" onClick={() => copyReplayLink(bundle, 'c')}>
            <Icon name="share" /> {words.copyChallenge}
          </button>
        </>
      )}
      {children}
    </div>
  );
}
