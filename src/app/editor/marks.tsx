import type { Drawing } from '../../drawing/drawing.ts';
import { ARC, restDirection, type Selection } from '../../drawing/handles.ts';
import type { Handle } from '../../drawing/shape-handles.ts';
import { degrees } from '../../math/degrees.ts';
import { outlinePath } from './scene.tsx';

export interface MarksProps {
  drawing: Drawing;
  selection: Selection;
  handles: readonly Handle[];
  /** Names of parts and joints that a finding is about. */
  marked: readonly string[];
  /** Metres in a pixel. */
  px: number;
}

/** The range of a joint as a sector between its limits, and the direction of its rest. */
function LimitArc({ drawing, joint, px }: { drawing: Drawing; joint: Drawing['joints'][number]; px: number }) {
  const rest = restDirection(drawing, joint);
  const [lower, upper] = joint.limits;
  const radius = ARC * px;
  const at = (angle: number, r = radius) => `${r * Math.cos(rest + angle)} ${r * Math.sin(rest + angle)}`;
  const span = Math.min(upper - lower, 2 * Math.PI - 0.001);
  return (
    <g transform={`translate(${joint.anchor[0]} ${joint.anchor[1]})`}>
      <path
        class="arc"
        d={`M0 0L${at(lower)}A${radius} ${radius} 0 ${span > Math.PI ? 1 : 0} 1 ${at(lower + span)}Z`}
      />
      <path class="rest" d={`M0 0L${at(0, 1.15 * radius)}`} stroke-width={1.5 * px} stroke-dasharray={`${4 * px}`} />
    </g>
  );
}

const HANDLE_SIZE = 6.5;

function HandleMark({ handle, px }: { handle: Handle; px: number }) {
  const { kind, at } = handle;
  const round = kind === 'end' || kind === 'lower' || kind === 'upper';
  const shape =
    kind === 'turn' ? (
      <>
        <circle r={11} />
        <path class="glyph" d="M-4.5 2.5A5 5 0 1 1 1 4.9M-4.5 2.5l-1.6-3.6M-4.5 2.5l3.7-1.3" />
      </>
    ) : kind === 'scale' ? (
      <>
        <circle r={11} />
        <path class="glyph" d="M-4 -4L4 4M4 0V4H0M-4 0V-4H0" />
      </>
    ) : round ? (
      <circle r={HANDLE_SIZE} />
    ) : (
      <rect x={-5.5} y={-5.5} width={11} height={11} rx={2} />
    );
  return (
    <g class={`handle is-${kind}`} transform={`translate(${at[0]} ${at[1]}) scale(${px} ${-px})`}>
      {shape}
    </g>
  );
}

/** What is selected, hinges and handles, over the drawing: metres with y up. */
export function Marks({ drawing, selection, handles, marked, px }: MarksProps) {
  const chosen = drawing.joints.find(({ name }) => name === selection.joint);
  return (
    <g class="marks">
      {drawing.parts.map((part) => {
        const isChosen = selection.parts.includes(part.name);
        if (!isChosen && !marked.includes(part.name)) return null;
        const [x, y] = part.position;
        return (
          <path
            key={part.name}
            class={isChosen ? 'chosen' : 'marked'}
            d={outlinePath(part)}
            transform={`translate(${x} ${y}) rotate(${degrees(part.angle)})`}
            stroke-width={(isChosen ? 2.5 : 3) * px}
          />
        );
      })}
      {chosen && <LimitArc drawing={drawing} joint={chosen} px={px} />}
      {drawing.joints.map(({ name, anchor }) => (
        <g
          key={name}
          class={name === chosen?.name ? 'hinge chosen' : marked.includes(name) ? 'hinge marked' : 'hinge'}
          transform={`translate(${anchor[0]} ${anchor[1]}) scale(${px})`}
        >
          <circle r={name === chosen?.name ? 8 : 6} />
          <circle class="dot" r={2} />
        </g>
      ))}
      {handles.map((handle) => (
        <HandleMark key={`${handle.kind} ${handle.words}`} handle={handle} px={px} />
      ))}
    </g>
  );
}
