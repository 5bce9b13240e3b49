/** Colours of a drawn net, as CSS colours. */
export interface Colours {
  pushes: string;
  holds: string;
  ink: string;
  muted: string;
  plate: string;
}

/** The colours of an element, from the style sheet's variables. */
export function coloursOf(element: HTMLElement): Colours {
  const before = element.style.color;
  const read = (variable: string) => {
    element.style.color = `var(--${variable})`;
    return getComputedStyle(element).color;
  };
  const colours = {
    pushes: read('pushes'),
    holds: read('holds'),
    ink: read('ink'),
    muted: read('muted'),
    plate: read('plate'),
  };
  element.style.color = before;
  return colours;
}

/** Sets the size of a canvas in CSS pixels, sharp on any screen; returns its context, scaled to CSS pixels. */
export function resizeCanvas(
  canvas: HTMLCanvasElement,
  width: number,
  height: number,
): CanvasRenderingContext2D | null {
  const density = Math.min(2, devicePixelRatio || 1);
  canvas.width = Math.round(width * density);
  canvas.height = Math.round(height * density);
  canvas.style.height = `${height}px`;
  const pen = canvas.getContext('2d');
  pen?.setTransform(density, 0, 0, density, 0, 0);
  return pen;
}
