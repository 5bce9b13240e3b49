import { changeSpeed, SPEEDS, speedIndex, speedText } from '../stage/speed.ts';
import { Icon, type IconName } from '../widgets/icon.tsx';
import { toggleFullScreen } from './full-screen.ts';
import { toggleOptions } from './lazy-parts.ts';
import type { PlayerState } from './player-state.ts';
import { words } from './words.ts';

function Button({
  icon,
  label,
  onClick,
  pressed,
}: {
  icon: IconName;
  label: string;
  onClick(): void;
  pressed?: boolean;
}) {
  return (
    <button type="button" aria-label={label} title={label} aria-pressed={pressed} onClick={onClick}>
      <Icon name={icon} />
    </button>
  );
}

/** The bar of playback controls. */
export function Controls({ player }: { player: PlayerState }) {
  const isPlaying = player.isPlaying.value;
  const isLooping = player.isLooping.value;
  return (
    <div class="controls">
      <button
        type="button"
        class="primary"
        aria-label={isPlaying ? words.pause : words.play}
        title={isPlaying ? words.pause : words.play}
        onClick={player.toggle}
      >
        <Icon name={isPlaying ? 'pause' : 'play'} />
      </button>
      <span class="frames">
        <Button icon="back" label={words.frameBack} onClick={() => player.step(-1)} />
        <Button icon="on" label={words.frameOn} onClick={() => player.step(1)} />
      </span>
      <output class="clock">
        {player.time.value.toFixed(1)}
        <i class="whole"> / {player.end.value.toFixed(1)}</i> s
      </output>
      <Button
        icon="restart"
        label={words.loop}
        pressed={isLooping}
        onClick={() => {
          player.isLooping.value = !isLooping;
        }}
      />
      <span class="pace">
        <Button icon="slower" label={words.slower} onClick={() => changeSpeed(-1)} />
        <output aria-label={words.speed}>{speedText(Math.min(SPEEDS.length - 1, speedIndex.value))}</output>
        <Button icon="faster" label={words.faster} onClick={() => changeSpeed(1)} />
      </span>
      <button
        type="button"
        class="last"
        aria-label={words.show}
        title={words.show}
        popovertarget="options"
        onClick={() => {
          // Once the sheet is loaded, `popovertarget` opens and closes it.
          if (document.getElementById('options') === null) void toggleOptions(player);
        }}
      >
        <Icon name="eye" />
      </button>
      {document.fullscreenEnabled && <Button icon="hold" label={words.full} onClick={toggleFullScreen} />}
    </div>
  );
}
