import { type Signal, useSignal } from '@preact/signals';
import { useEffect, useMemo, useRef } from 'preact/hooks';
import type { Experiment } from '../../run/experiment-schema.ts';
import { requestedBody } from '../session/requested-body.ts';
import type { Session } from '../session/session.ts';
import { SentenceText } from '../widgets/file-text.tsx';
import { Icon } from '../widgets/icon.tsx';
import { useDialog } from '../widgets/use-dialog.ts';
import { AliveBar } from './alive-bar.tsx';
import { AliveCanvas } from './alive-canvas.tsx';
import type { Drive } from './alive-world.ts';
import { type Size, type View, zoomed } from './camera.ts';
import { Canvas, fitView } from './canvas.tsx';
import { commandOf } from './canvas-keys.ts';
import { createDrawingSession } from './drawing-session.ts';
import type { Editor } from './editor.ts';
import { HeadBar } from './head-bar.tsx';
import { SidePanel } from './side-panel.tsx';
import { StartMenu } from './start-menu.tsx';
import { ActionBar, Toolbar } from './toolbar.tsx';
import { words } from './words.ts';
import './editor.css';
import './canvas.css';
import './side.css';
import './start.css';
import './short-windows.css';

export interface EditorSheetProps {
  session: Session;
  isOpen: Signal<boolean>;
  /** Begins another run. Returns false when it cannot. */
  choose(experiment: Experiment): boolean;
}

/** The size of an element, as it changes. */
function useSize(): [ref: { current: HTMLDivElement | null }, size: Signal<Size>] {
  const ref = useRef<HTMLDivElement>(null);
  const size = useSignal<Size>({ width: 0, height: 0 });
  useEffect(() => {
    const element = ref.current;
    if (element === null) return;
    const observer = new ResizeObserver(() => {
      size.value = { width: element.clientWidth, height: element.clientHeight };
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, [size]);
  return [ref, size];
}

/** The drawing, or the creature that was dropped, with what is done to it. */
function Workplace({ editor, isAlive }: { editor: Editor; isAlive: Signal<boolean> }) {
  const [host, size] = useSize();
  const view = useSignal<View>({ x: 0, y: 1, scale: 200 });
  const marked = useSignal<readonly string[]>([]);
  const isFitted = useSignal(false);
  const [drive, seed, drops] = [useSignal<Drive>('limp'), useSignal(1), useSignal(0)];
  const isMeasured = size.value.width > 0;
  const alive = isAlive.value;
  const fit = () => {
    view.value = fitView(editor, size.value);
  };
  useEffect(() => {
    if (!isMeasured) return;
    if (!alive) view.value = fitView(editor, size.peek());
    isFitted.value = true;
  }, [editor, isMeasured, alive, view, size, isFitted]);
  return (
    <>
      {!alive && <Toolbar editor={editor} />}
      <div class="workplace" ref={host}>
        {isFitted.value &&
          (alive ? (
            <AliveCanvas editor={editor} view={view} size={size} drive={drive} seed={seed} drops={drops} />
          ) : (
            <Canvas editor={editor} view={view} size={size} marked={marked} />
          ))}
        <p class="editor-said" role="status">
          <SentenceText text={editor.said.value} />
        </p>
      </div>
      {alive ? (
        <AliveBar drive={drive} seed={seed} drops={drops} />
      ) : (
        <ActionBar
          editor={editor}
          zoom={(factor) => {
            view.value = zoomed(view.value, size.value, factor);
          }}
          fit={fit}
        />
      )}
      {!alive && <SidePanel editor={editor} marked={marked} />}
    </>
  );
}

const isField = (target: EventTarget | null) =>
  target instanceof HTMLElement && target.matches('input, select, textarea');

/** The editor: a creature of one's own is drawn, checked, dropped and evolved. */
export function EditorSheet({ session, isOpen, choose }: EditorSheetProps) {
  const { dialog, open, close } = useDialog(isOpen);
  const drawings = useMemo(createDrawingSession, []);
  const isAlive = useSignal(false);
  const isStarting = useSignal(false);
  const request = requestedBody.value;
  const editor = drawings.editor.value;
  useEffect(() => {
    if (!open) return;
    isAlive.value = false;
    isStarting.value = false;
    void drawings.request(request);
  }, [open, request, drawings, isAlive, isStarting]);
  return (
    <dialog
      class={isAlive.value ? 'editor is-alive' : 'editor'}
      ref={dialog}
      aria-labelledby="editor-title"
      onClose={close}
      onKeyDown={(event) => {
        const command = editor && !isAlive.value && !isField(event.target) ? commandOf(editor, event) : undefined;
        if (command === undefined) return;
        event.preventDefault();
        command();
      }}
    >
      <HeadBar
        session={session}
        editor={editor}
        isAlive={isAlive}
        start={() => {
          isStarting.value = !isStarting.value;
        }}
        choose={(experiment) => {
          if (choose(experiment)) close();
        }}
      />
      {editor && <Workplace key={editor} editor={editor} isAlive={isAlive} />}
      {isStarting.value && (
        <StartMenu
          begin={(plan) => {
            drawings.begin(plan);
            isStarting.value = false;
            isAlive.value = false;
          }}
          open={(body) => {
            drawings.open(body);
            isStarting.value = false;
            isAlive.value = false;
          }}
          close={() => {
            isStarting.value = false;
          }}
        />
      )}
      <button type="button" class="close" aria-label={words.close} onClick={close}>
        <Icon name="close" />
      </button>
    </dialog>
  );
}
