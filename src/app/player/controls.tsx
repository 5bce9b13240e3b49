import { changeSpeed, SPEEDS, speedIndex, speedText } from '../stage/speed.ts';
import { Icon, type IconName } from '../widgets/icon.tsx';
import { fill } from './full.ts';
import { toggleOptions } from './parts.ts';
import type { PlayerState } from './show.ts';
import { words } from './words.ts';

function Button({ icon, label, act, pressed }: { icon: IconName; label: string; act(): void; pressed?: boolean }) {
  return (
    <button type="button" aria-label={label} title={label} aria-pressed={pressed} onClick={act}>
      <Icon name={icon} />
    </button>
  );
}

/** What one presses. */
export function Controls({ show }: { show: PlayerState }) {
  const isPlaying = show.isPlaying.value;
  const isLooping = show.isLooping.value;
  return (
    <div class="controls">
      <button
        type="button"
        class="primary"
        aria-label={isPlaying ? words.pause : words.play}
        title={isPlaying ? words.pause : words.play}
        onClick={show.toggle}
      >
        <Icon name={isPlaying ? 'pause' : 'play'} />
      </button>
      <span class="frames">
        <Button icon="back" label={words.frameBack} act={() => show.step(-1)} />
        <Button icon="on" label={words.frameOn} act={() => show.step(1)} />
      </span>
      <output class="clock">
        {show.time.value.toFixed(1)} / {show.end.value.toFixed(1)} s
      </output>
      <Button
        icon="restart"
        label={words.loop}
        pressed={isLooping}
        act={() => {
          show.isLooping.value = !isLooping;
        }}
      />
      <span class="pace">
        <Button icon="slower" label={words.slower} act={() => changeSpeed(-1)} />
        <output aria-label={words.speed}>{speedText(Math.min(SPEEDS.length - 1, speedIndex.value))}</output>
        <Button icon="faster" label={words.faster} act={() => changeSpeed(1)} />
      </span>
      <button
        type="button"
        class="last"
        aria-label={words.show}
        title={words.show}
        popovertarget="options"
        onClick={() => {
          // Once it is there, the browser opens and closes it by itself.
          if (document.getElementById('options') === null) void toggleOptions(show);
        }}
      >
        <Icon name="eye" />
      </button>
      {document.fullscreenEnabled && <Button icon="hold" label={words.full} act={fill} />}
    </div>
  );
}
