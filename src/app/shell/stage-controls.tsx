import { keepable } from '../stage/pinnable.ts';
import { isPinned, keepOrLetGo, MOST_PINS, pins } from '../stage/pinned-ghosts.ts';
import type { Theatre } from '../stage/stage-controller.ts';
import type { Projector } from '../stage/stage-selector.ts';
import { strings } from '../strings.ts';
import { Icon } from '../widgets/icon.tsx';
import { ShowMenu } from './show-menu.tsx';

function Keep({ theatre, projector }: LensBarProps) {
  const act = keepable(projector, theatre);
  if (act === undefined) return null;
  const isKept = isPinned(act.generation);
  const isFull = !isKept && pins.value.length >= MOST_PINS;
  return (
    <button
      type="button"
      class="said"
      aria-pressed={isKept}
      disabled={isFull}
      title={isFull ? strings.full(MOST_PINS) : strings.keepAbout}
      onClick={() => keepOrLetGo(act)}
    >
      <Icon name="ghost" />
      {strings.keep}
    </button>
  );
}

function Hold({ theatre }: Pick<LensBarProps, 'theatre'>) {
  const isHeld = theatre.isHeld.value;
  const words = isHeld ? strings.move : strings.hold;
  return (
    <>
      <button
        type="button"
        aria-label={words}
        title={words}
        class={isHeld ? 'lit' : ''}
        onClick={() => {
          theatre.isHeld.value = !isHeld;
        }}
      >
        <Icon name="hold" />
      </button>
      {isHeld && (
        <>
          <button
            type="button"
            class="frame-back"
            aria-label={strings.frameBack}
            title={strings.frameBack}
            onClick={() => theatre.step(-1)}
          >
            <Icon name="back" />
          </button>
          <button type="button" aria-label={strings.frameOn} title={strings.frameOn} onClick={() => theatre.step(1)}>
            <Icon name="on" />
          </button>
        </>
      )}
    </>
  );
}

export interface LensBarProps {
  theatre: Theatre;
  projector: Projector;
}

/** How one looks at the stage, at its lower edge: what is shown, the picture held, the camera let go. */
export function LensBar({ theatre, projector }: LensBarProps) {
  return (
    <section class="looking" aria-label={strings.view}>
      <button type="button" aria-label={strings.show} title={strings.show} popovertarget="show">
        <Icon name="eye" />
      </button>
      <Hold theatre={theatre} />
      {theatre.isAstray.value && (
        <button type="button" class="said" title={strings.followAbout} onClick={theatre.follow}>
          {strings.follow}
        </button>
      )}
      <Keep theatre={theatre} projector={projector} />
      <ShowMenu theatre={theatre} />
    </section>
  );
}
