import type { ComponentChildren } from 'preact';
import type { ReplayBundle } from '../../../format/bundle-document.ts';
import type { ToolProps } from '../../tool.ts';
import { Icon } from '../../widgets/icon.tsx';
import { beginChallenge } from './challenge.ts';
import { mainSceneOf, type OpenedReplay } from './opened.ts';
import { copyLink, evolveOn } from './replay-actions.ts';
import { words } from './words.ts';

export interface OpenedActionsProps {
  props: ToolProps;
  of: OpenedReplay;
  /** Whether to be challenged is what it came for. */
  invites?: boolean;
  /** What else can be done with it. */
  children?: ComponentChildren;
}

const isOne = ({ kind }: ReplayBundle) => kind === 'replay';

/** What can be done with whatever is opened. */
export function OpenedActions({ props, of, invites = false, children }: OpenedActionsProps) {
  const hero = mainSceneOf(of);
  const { piece, name } = of;
  return (
    <div class="deeds">
      <button
        type="button"
        class={invites ? 'primary' : undefined}
        title={words.challengeAbout}
        disabled={hero?.act === undefined}
        onClick={() => hero && beginChallenge(props, hero, name)}
      >
        <Icon name="ghost" /> {words.challenge}
      </button>
      <button
        type="button"
        title={words.evolveOnAbout}
        disabled={hero === undefined}
        onClick={() => hero && evolveOn(props, hero.replay)}
      >
        <Icon name="branch" /> {words.evolveOn}
      </button>
      {isOne(piece) && (
        <>
          <button type="button" onClick={() => copyLink(piece, 'r')}>
            <Icon name="share" /> {words.copyLink}
          </button>
          <button type="button" onClick={() => copyLink(piece, 'c')}>
            <Icon name="share" /> {words.copyChallenge}
          </button>
        </>
      )}
      {children}
    </div>
  );
}
