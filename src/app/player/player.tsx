import { useEffect, useRef } from 'preact/hooks';
import { headingOf } from './acts.ts';
import { Badge } from './badge.tsx';
import { Controls } from './controls.tsx';
import { FileButton } from './file-button.tsx';
import { KeysSheet, NetPanel, Options, Readout, toggleKeys, toggleNet, toggleNumbers } from './parts.ts';
import { Scenes } from './scenes.tsx';
import { Scrubber } from './scrubber.tsx';
import type { PlayerState } from './show.ts';
import { fromFile } from './source.ts';
import { words } from './words.ts';

/** What is said while there is nothing to see, and when something is wrong. */
function Notice({ show }: { show: PlayerState }) {
  const isEmpty = show.relived.value === undefined;
  const text = show.fault.value || (show.isBusy.value ? words.opening : isEmpty ? words.empty : '');
  return (
    <div class="notice" role="status">
      {text !== '' && <p>{text}</p>}
      {isEmpty && !show.isBusy.value && (
        <FileButton label={words.pick} take={(file) => void show.load(fromFile(file))} />
      )}
    </div>
  );
}

/** One replay on a stage of its own. */
export function Player({ show }: { show: PlayerState }) {
  const host = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (host.current) void show.open(host.current);
  }, [show]);
  const relived = show.relived.value;
  const proven = show.proven.value;
  const title = proven && relived ? headingOf(proven, relived) : words.nobody;
  const hasNet = show.hasNet.value && relived !== undefined;
  return (
    <main
      class={hasNet ? 'has-net' : ''}
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => {
        event.preventDefault();
        const [file] = event.dataTransfer?.files ?? [];
        if (file) void show.load(fromFile(file));
      }}
    >
      <div class="stage" ref={host} role="img" aria-label={title} />
      <header>
        <a href="./" target="_blank" rel="noopener" title={words.home}>
          {words.name}
        </a>
        <h1>{title}</h1>
        <Scenes show={show} />
        {proven && <Badge {...proven} />}
        <Readout show={show} />
      </header>
      <Notice show={show} />
      {relived && (
        <footer>
          <Scrubber show={show} relived={relived} />
          <Controls show={show} />
        </footer>
      )}
      {hasNet && <NetPanel show={show} />}
      <Options
        show={show}
        openKeys={() => void toggleKeys(show)}
        toggleNet={() => void toggleNet(show)}
        toggleNumbers={() => void toggleNumbers(show)}
      />
      <KeysSheet />
    </main>
  );
}
