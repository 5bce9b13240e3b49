/** Pixels drawn for each CSS pixel: as many as the screen has, up to two; more take time and are hardly seen. */
export const drawnRatio = (): number => Math.min(2, devicePixelRatio || 1);

/** Calls back whenever the screen's ratio changes: the window is zoomed, or moved to another screen. Returns a function that stops it. */
export function watchPixelRatio(onChange: () => void): () => void {
  let query: MediaQueryList | undefined;
  function changed(): void {
    watch();
    onChange();
  }
  // A query knows only one ratio, so each change needs another one.
  function watch(): void {
    query?.removeEventListener('change', changed);
    query = matchMedia(`(resolution: ${devicePixelRatio}dppx)`);
    query.addEventListener('change', changed);
  }
  watch();
  return () => query?.removeEventListener('change', changed);
}
