import { useEffect, useRef } from 'preact/hooks';
import { visibleText } from '../../format/visible-text.ts';
import { SentenceText } from '../widgets/file-text.tsx';
import { Badge } from './badge.tsx';
import { headingOf } from './clips.ts';
import { Controls } from './controls.tsx';
import { FileButton } from './file-button.tsx';
import {
  Footfalls,
  KeysSheet,
  NetPanel,
  Options,
  Readout,
  toggleFootfalls,
  toggleKeys,
  toggleNet,
  toggleNumbers,
} from './lazy-parts.ts';
import type { PlayerState } from './player-state.ts';
import { Scenes } from './scenes.tsx';
import { Scrubber } from './scrubber.tsx';
import { fromFile } from './source.ts';
import { words } from './words.ts';

/** A status line: loading, nothing loaded, or what went wrong. */
function Notice({ player }: { player: PlayerState }) {
  const isEmpty = player.scene.value === undefined;
  const text = player.fault.value || (player.isBusy.value ? words.opening : isEmpty ? words.empty : '');
  return (
    <div class="notice" role="status">
      {text !== '' && (
        <p>
          <SentenceText text={text} />
        </p>
      )}
      {isEmpty && !player.isBusy.value && (
        <FileButton label={words.pick} onFile={(file) => void player.load(fromFile(file))} />
      )}
    </div>
  );
}

/** The whole player: stage, heading, controls and sheets. */
export function Player({ player }: { player: PlayerState }) {
  const host = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (host.current) void player.attach(host.current);
  }, [player]);
  const scene = player.scene.value;
  const verified = player.verified.value;
  const title = verified && scene ? headingOf(verified, scene) : words.nobody;
  const hasNet = player.hasNet.value && scene !== undefined;
  return (
    <main
      class={hasNet ? 'has-net' : ''}
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => {
        event.preventDefault();
        const [file] = event.dataTransfer?.files ?? [];
        if (file) void player.load(fromFile(file));
      }}
    >
      <div class="stage" ref={host} role="img" aria-label={visibleText(title)} />
      <header>
        <a href="./" target="_blank" rel="noopener" title={words.home}>
          {words.name}
        </a>
        <h1>
          <SentenceText text={title} />
        </h1>
        <Scenes player={player} />
        {verified && <Badge {...verified} />}
        <Readout player={player} />
      </header>
      <Notice player={player} />
      {scene && (
        <footer>
          <Footfalls player={player} />
          <Scrubber player={player} scene={scene} />
          <Controls player={player} />
        </footer>
      )}
      {hasNet && <NetPanel player={player} />}
      <Options
        player={player}
        openKeys={() => void toggleKeys(player)}
        toggleNet={() => void toggleNet(player)}
        toggleFootfalls={() => void toggleFootfalls(player)}
        toggleNumbers={() => void toggleNumbers(player)}
      />
      <KeysSheet />
    </main>
  );
}
