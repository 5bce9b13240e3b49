import { type Signal, useSignal } from '@preact/signals';
import { useEffect, useMemo, useRef } from 'preact/hooks';
import type { Point } from '../../creature/body-plan.ts';
import { boundsOf } from '../../creature/bounds.ts';
import { handlesOf } from '../../drawing/handles.ts';
import { CreatureParts, stagePalette } from '../widgets/body-picture.tsx';
import { fitted, type Size, type View } from './camera.ts';
import { createInput, type SelectionFrame } from './canvas-input.ts';
import { canvasKey } from './canvas-keys.ts';
import { listenToPointers } from './canvas-pointers.ts';
import type { Editor } from './editor.ts';
import { Marks } from './marks.tsx';
import { Scenery } from './scene.tsx';
import { words } from './words.ts';

export interface CanvasProps {
  editor: Editor;
  view: Signal<View>;
  size: Signal<Size>;
  /** Names of what a finding is about. */
  marked: Signal<readonly string[]>;
}

/** A group in metres with y up, for what is seen. */
export const worldTransform = ({ x, y, scale }: View, { width, height }: Size): string =>
  `translate(${width / 2 - x * scale} ${height / 2 + y * scale}) scale(${scale} ${-scale})`;

/** The view that shows all of a drawing. */
export function fitView(editor: Editor, size: Size): View {
  const { parts } = editor.drawing.peek();
  return fitted(parts.length > 0 ? boundsOf(parts) : undefined, size);
}

function Overlay({
  frame,
  corners,
  cursor,
  isHeld,
  px,
}: {
  frame: SelectionFrame;
  corners: readonly Point[];
  cursor: Point | undefined;
  isHeld: boolean;
  px: number;
}) {
  const at = ([x, y]: Point) => `${x} ${y}`;
  return (
    <g class="marks">
      {frame && (
        <path
          class="frame"
          d={`M${at(frame[0])}H${frame[1][0]}V${frame[1][1]}H${frame[0][0]}Z`}
          stroke-width={1.5 * px}
          stroke-dasharray={`${4 * px}`}
        />
      )}
      {corners.length > 0 && (
        <>
          <path class="frame" d={`M${corners.map(at).join('L')}`} stroke-width={2 * px} />
          {corners.map((corner) => (
            <g key={at(corner)} class="handle" transform={`translate(${at(corner)}) scale(${px})`}>
              <circle r={6.5} />
            </g>
          ))}
        </>
      )}
      {cursor && (
        <g class={isHeld ? 'cursor is-held' : 'cursor'} transform={`translate(${at(cursor)}) scale(${px})`}>
          <circle r={9} />
          <path d="M-15 0H-4M15 0H4M0 -15V-4M0 15V4" />
        </g>
      )}
    </g>
  );
}

/** The drawing: by mouse, touch and keyboard. */
export function Canvas({ editor, view, size, marked }: CanvasProps) {
  const element = useRef<SVGSVGElement>(null);
  const frame = useSignal<SelectionFrame>(undefined);
  const cursor = useSignal<Point | undefined>(undefined);
  const input = useMemo(() => createInput(editor, view, frame), [editor, view, frame]);
  useEffect(() => {
    const svg = element.current;
    if (svg === null) return;
    svg.focus();
    return listenToPointers(svg, {
      view,
      size,
      ...input,
      press(at, adds, reach) {
        cursor.value = undefined;
        input.press(at, adds, reach);
      },
      pansAt: (at) =>
        editor.tool.value === 'select' && input.whatIsAt(at) === '' && editor.drawing.value.parts.length > 0,
    });
  }, [editor, input, view, size, cursor]);
  const palette = stagePalette();
  const drawing = editor.shown.value;
  const px = 1 / view.value.scale;
  const selection = editor.selection.value;
  const of = selection.joint === undefined ? 'parts' : 'joints';
  const handles =
    editor.tool.value === 'select' && editor.preview.value === undefined
      ? handlesOf(drawing, selection, { px, alike: (names) => editor.alike(of, names) })
      : [];
  return (
    <svg
      ref={element}
      class={`canvas is-${editor.tool.value}`}
      role="application"
      aria-label={words.canvas}
      tabindex={0}
      onKeyDown={(event) => {
        const showAll = () => {
          view.value = fitView(editor, size.value);
        };
        if (canvasKey({ editor, input, view, size, cursor, showAll }, event)) {
          event.preventDefault();
          event.stopPropagation();
        }
      }}
    >
      <g transform={worldTransform(view.value, size.value)}>
        <Scenery view={view.value} size={size.value} palette={palette} hasGrid={editor.hasGrid.value} />
        <CreatureParts plan={drawing} palette={palette} />
        <Marks drawing={drawing} selection={selection} handles={handles} marked={marked.value} px={px} />
        <Overlay
          frame={frame.value}
          corners={editor.corners.value}
          cursor={cursor.value}
          isHeld={input.from !== undefined}
          px={px}
        />
      </g>
    </svg>
  );
}
