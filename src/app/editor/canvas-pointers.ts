import type { Signal } from '@preact/signals';
import type { Point } from '../../creature/body-plan.ts';
import { type Size, toWorld, type View, zoomed } from './camera.ts';

/** How near to a handle a press must be, pixels: fingers are less exact. */
const REACH = { mouse: 13, pen: 16, touch: 24 } as const;

/** Pixels that a finger may move in a tap. */
const TAP = 8;

export interface PointerTarget {
  view: Signal<View>;
  size: Signal<Size>;
  press(at: Point, adds: boolean, reach: number): void;
  drag(to: Point): void;
  release(at: Point): void;
  cancel(): void;
  /** Whether one finger on the empty drawing moves the view. */
  pansAt(at: Point): boolean;
}

/** Mouse, pen and fingers on the canvas: one presses and drags, two fingers move and zoom, so do the wheel and the middle button. */
export function listenToPointers(element: SVGSVGElement, target: PointerTarget): () => void {
  const { view, size, press, drag, release, cancel, pansAt } = target;
  const pointers = new Map<number, Point>();
  let mode: 'none' | 'draw' | 'pan' | 'tap' = 'none';
  let start: Point = [0, 0];

  const place = (event: PointerEvent | WheelEvent): Point => {
    const { left, top } = element.getBoundingClientRect();
    return [event.clientX - left, event.clientY - top];
  };
  const world = ([x, y]: Point) => toWorld(view.value, size.value, x, y);
  const panBy = (dx: number, dy: number) => {
    const { x, y, scale } = view.value;
    view.value = { x: x - dx / scale, y: y + dy / scale, scale };
  };
  const pinch = () => {
    const [a, b] = [...pointers.values()] as [Point, Point];
    return { x: (a[0] + b[0]) / 2, y: (a[1] + b[1]) / 2, apart: Math.hypot(a[0] - b[0], a[1] - b[1]) };
  };

  function down(event: PointerEvent): void {
    element.focus({ preventScroll: true });
    const at = place(event);
    pointers.set(event.pointerId, at);
    element.setPointerCapture(event.pointerId);
    event.preventDefault();
    start = at;
    if (pointers.size > 1) {
      cancel();
      mode = 'pan';
      return;
    }
    const isTouch = event.pointerType === 'touch';
    const pans = isTouch && pansAt(world(at));
    mode = event.button === 1 || event.button === 2 ? 'pan' : pans ? 'tap' : 'draw';
    const reach = REACH[event.pointerType as keyof typeof REACH] ?? REACH.mouse;
    if (mode === 'draw') press(world(at), event.shiftKey, reach);
  }
  function move(event: PointerEvent): void {
    const before = pointers.get(event.pointerId);
    if (before === undefined) return;
    const at = place(event);
    if (pointers.size > 1) {
      const from = pinch();
      pointers.set(event.pointerId, at);
      const to = pinch();
      panBy(to.x - from.x, to.y - from.y);
      view.value = zoomed(view.value, size.value, from.apart > 0 ? to.apart / from.apart : 1, to.x, to.y);
      return;
    }
    pointers.set(event.pointerId, at);
    // A finger that hardly moves is a tap, which selects nothing.
    if (mode === 'tap' && Math.hypot(at[0] - start[0], at[1] - start[1]) > TAP) mode = 'pan';
    if (mode === 'pan') panBy(at[0] - before[0], at[1] - before[1]);
    else if (mode === 'draw') drag(world(at));
  }
  function up(event: PointerEvent): void {
    const at = pointers.get(event.pointerId);
    if (!pointers.delete(event.pointerId) || at === undefined) return;
    if (mode === 'tap') {
      press(world(at), false, REACH.touch);
      release(world(at));
    }
    if (mode === 'draw') {
      if (event.type === 'pointercancel') cancel();
      else release(world(place(event)));
    }
    if (pointers.size === 0) mode = 'none';
  }
  function wheel(event: WheelEvent): void {
    event.preventDefault();
    const [x, y] = place(event);
    view.value = zoomed(view.value, size.value, Math.exp(-event.deltaY * (event.ctrlKey ? 0.01 : 0.0015)), x, y);
  }
  const menu = (event: Event) => event.preventDefault();

  element.addEventListener('pointerdown', down);
  element.addEventListener('pointermove', move);
  element.addEventListener('pointerup', up);
  element.addEventListener('pointercancel', up);
  element.addEventListener('wheel', wheel, { passive: false });
  element.addEventListener('contextmenu', menu);
  return () => {
    element.removeEventListener('pointerdown', down);
    element.removeEventListener('pointermove', move);
    element.removeEventListener('pointerup', up);
    element.removeEventListener('pointercancel', up);
    element.removeEventListener('wheel', wheel);
    element.removeEventListener('contextmenu', menu);
  };
}
