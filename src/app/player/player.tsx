import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { lengthOf } from '../../view/pose.ts';
import { Badge } from './badge.tsx';
import { Controls } from './controls.tsx';
import { FileButton } from './file-button.tsx';
import { Options } from './options.tsx';
import { Readout } from './readout.tsx';
import { Scrubber } from './scrubber.tsx';
import { type Show, titleOf } from './show.ts';
import { fromFile } from './source.ts';
import { words } from './words.ts';

/** What is said while there is nothing to see, and when something is wrong. */
function Notice({ show }: { show: Show }) {
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
export function Player({ show }: { show: Show }) {
  const host = useRef<HTMLDivElement>(null);
  const hasNumbers = useSignal(false);
  useEffect(() => {
    if (host.current) void show.open(host.current);
  }, [show]);
  const relived = show.relived.value;
  const title = relived ? titleOf(relived) : '';
  return (
    <main
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
        {relived && <Badge relived={relived} />}
        {relived && hasNumbers.value && <Readout recording={relived.recording} time={show.time.value} />}
      </header>
      <Notice show={show} />
      {relived && (
        <footer>
          <Scrubber show={show} relived={relived} />
          <Controls show={show} end={lengthOf(relived.recording)} />
        </footer>
      )}
      <Options show={show} hasNumbers={hasNumbers} />
    </main>
  );
}
