import type { Signal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import type { DrawingTool } from '../../drawing/grab.ts';
import { Icon } from '../widgets/icon.tsx';
import type { Editor } from './editor.ts';
import { words } from './words.ts';

const PICTURES: Record<DrawingTool, ComponentChildren> = {
  select: <path d="M6 4l11 9-5 .8 2.6 5.2-2.4 1.2-2.6-5.2L6 18.5z" />,
  limb: <path d="M6.2 4.4a2.6 2.6 0 0 1 3.7 0l9.4 12a2 2 0 0 1-2.8 2.8l-10-11a2.6 2.6 0 0 1-.3-3.8z" />,
  box: <path d="M4.5 6.5h15v11h-15z" />,
  circle: <path d="M12 4.5a7.5 7.5 0 1 0 0 15 7.5 7.5 0 0 0 0-15z" />,
  polygon: <path d="M5 9l6-4.5 8 3.5-1.5 9L9 19.5z" />,
  join: <path d="M12 15.5a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7zM12 8.5v-5M12 15.5v5M8.5 12h-5M15.5 12h5" />,
  muscle: <path d="M3.5 18.5c2-1 2-5 5-8.5s6-5 9-5.5c-.5 3-2 6-5.5 9s-7.5 3-8.5 5z" />,
};

const Picture = ({ children }: { children: ComponentChildren }) => (
  <svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
    {children}
  </svg>
);

/** The drawing tools. */
export function Toolbar({ editor }: { editor: Editor }) {
  return (
    <div class="tools" role="toolbar" aria-label={words.toolbar}>
      {Object.entries(PICTURES).map(([name, picture]) => {
        const tool = name as DrawingTool;
        const [label, about, key] = words.tools[tool];
        return (
          <button
            key={tool}
            type="button"
            title={`${about} (${key})`}
            aria-pressed={editor.tool.value === tool}
            onClick={() => {
              editor.tool.value = tool;
              editor.corners.value = [];
              editor.said.value = about;
            }}
          >
            <Picture>{picture}</Picture>
            <span>{label}</span>
          </button>
        );
      })}
    </div>
  );
}

function Toggle({ of, label, about }: { of: Signal<boolean>; label: string; about: string }) {
  return (
    <button
      type="button"
      class="toggle"
      title={about}
      aria-pressed={of.value}
      onClick={() => {
        of.value = !of.value;
      }}
    >
      {label}
    </button>
  );
}

export interface ActionBarProps {
  editor: Editor;
  zoom(factor: number): void;
  fit(): void;
}

/** What is done with the selection, and how drawing works. */
export function ActionBar({ editor, zoom, fit }: ActionBarProps) {
  const { parts, joint } = editor.selection.value;
  const { done, edits } = editor.history.value;
  const isEmpty = parts.length === 0 && joint === undefined;
  return (
    <div class="actions-bar" role="toolbar" aria-label={words.actions}>
      <button
        type="button"
        aria-label={words.undo}
        title={`${words.undo} (Ctrl+Z)`}
        disabled={done === 0}
        onClick={editor.undo}
      >
        <Icon name="undo" />
      </button>
      <button
        type="button"
        class="mirrored"
        aria-label={words.redo}
        title={`${words.redo} (Ctrl+Shift+Z)`}
        disabled={done === edits.length}
        onClick={editor.redo}
      >
        <Icon name="undo" />
      </button>
      <button
        type="button"
        aria-label={words.remove}
        title={`${words.remove} (Delete)`}
        disabled={isEmpty}
        onClick={editor.remove}
      >
        <Icon name="bin" />
      </button>
      <button
        type="button"
        title={`${words.copyLegAbout} (Ctrl+D)`}
        disabled={parts.length === 0}
        onClick={editor.copy}
      >
        {words.copyLeg}
      </button>
      <button type="button" title={words.makePairAbout} disabled={parts.length === 0} onClick={editor.pair}>
        {words.makePair}
      </button>
      <button type="button" title={words.joinAbout} disabled={parts.length < 2} onClick={editor.join}>
        {words.join}
      </button>
      {editor.corners.value.length > 2 && (
        <button type="button" class="primary" onClick={editor.finishPolygon}>
          {words.finish}
        </button>
      )}
      <span class="space" />
      <Toggle of={editor.hasGrid} label={words.grid} about={`${words.gridAbout} (G)`} />
      <Toggle of={editor.isAlike} label={words.alike} about={words.alikeAbout} />
      <Toggle of={editor.movesHanging} label={words.whole} about={words.wholeAbout} />
      <button type="button" aria-label={words.zoomOut} title={`${words.zoomOut} (-)`} onClick={() => zoom(0.8)}>
        <Icon name="slower" />
      </button>
      <button type="button" aria-label={words.zoomIn} title={`${words.zoomIn} (+)`} onClick={() => zoom(1.25)}>
        <Icon name="faster" />
      </button>
      <button type="button" aria-label={words.fit} title={`${words.fit} (0)`} onClick={fit}>
        <Icon name="hold" />
      </button>
    </div>
  );
}
