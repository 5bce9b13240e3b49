/** Handlers for gestures by mouse, touch or wheel; pixels of the stage. */
export interface Gestures {
  drag(dx: number, dy: number): void;
  zoom(factor: number, x: number, y: number): void;
  /** A drag begins here: true if it holds the creature, so that the moves and the end that follow are the hand's. */
  grasp(x: number, y: number): boolean;
  pull(x: number, y: number): void;
  letGo(): void;
  /** A double click. */
  release(): void;
  click(x: number, y: number): void;
}

/** A pointer that moves less than this clicks and does not drag, pixels. */
const CLICK_TOLERANCE = 5;
/** Log of the zoom factor per pixel of the wheel; a trackpad's pinch arrives as small wheel steps with Ctrl. */
const WHEEL_RATE = 0.0016;
const PINCH_RATE = 0.01;
/** Pixels per unit of WheelEvent.deltaMode: pixel, line, page. */
const WHEEL_UNITS = [1, 16, 400];

/** Listens on an element that holds nothing but the stage. Returns a function that stops listening. */
export function listenToGestures(host: HTMLElement, gestures: Gestures): () => void {
  const ending = new AbortController();
  const { signal } = ending;
  const pointers = new Map<number, { x: number; y: number }>();
  let moved = 0;
  let isDragging = false;
  let isHolding = false;

  const spread = () => {
    const [a, b] = [...pointers.values()];
    return a && b ? { size: Math.hypot(a.x - b.x, a.y - b.y), x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 } : undefined;
  };
  const placeOf = ({ clientX, clientY }: MouseEvent) => {
    const { left, top } = host.getBoundingClientRect();
    return { x: clientX - left, y: clientY - top };
  };
  const letGo = () => {
    if (isHolding) gestures.letGo();
    isHolding = false;
  };
  const end = ({ pointerId }: PointerEvent) => {
    letGo();
    pointers.delete(pointerId);
    if (pointers.size === 0) delete host.dataset.dragging;
  };

  host.addEventListener(
    'pointerdown',
    (event) => {
      if (event.button !== 0) return;
      if (pointers.size === 0) [moved, isDragging] = [0, false];
      // A second finger zooms.
      else letGo();
      pointers.set(event.pointerId, placeOf(event));
    },
    { signal },
  );
  host.addEventListener(
    'pointermove',
    (event) => {
      const then = pointers.get(event.pointerId);
      if (then === undefined) return;
      // The button was released outside the window, which fires no event here.
      if (event.buttons === 0) return end(event);
      const before = spread();
      const now = placeOf(event);
      pointers.set(event.pointerId, now);
      moved += Math.hypot(now.x - then.x, now.y - then.y);
      if (moved < CLICK_TOLERANCE) return;
      if (!isDragging) {
        host.setPointerCapture(event.pointerId);
        isHolding = pointers.size === 1 && gestures.grasp(then.x, then.y);
      }
      isDragging = true;
      host.dataset.dragging = '';
      const after = spread();
      if (isHolding) {
        gestures.pull(now.x, now.y);
      } else if (before && after) {
        gestures.zoom(after.size / Math.max(1, before.size), after.x, after.y);
      } else {
        gestures.drag(now.x - then.x, now.y - then.y);
      }
    },
    { signal },
  );
  for (const name of ['pointerup', 'pointercancel'] as const) host.addEventListener(name, end, { signal });
  host.addEventListener(
    'wheel',
    (event) => {
      event.preventDefault();
      const { x, y } = placeOf(event);
      const pixels = event.deltaY * (WHEEL_UNITS[event.deltaMode] ?? 1);
      gestures.zoom(Math.exp(-Math.max(-240, Math.min(240, pixels)) * (event.ctrlKey ? PINCH_RATE : WHEEL_RATE)), x, y);
    },
    { signal, passive: false },
  );
  host.addEventListener('dblclick', () => gestures.release(), { signal });
  host.addEventListener(
    'click',
    (event) => {
      const { x, y } = placeOf(event);
      if (!isDragging) gestures.click(x, y);
      isDragging = false;
    },
    { signal },
  );
  return () => ending.abort();
}
