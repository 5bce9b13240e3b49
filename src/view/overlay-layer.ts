import { Container } from 'pixi.js';
import type { OverlayName, overlays } from './overlays/catalogue.ts';
import type { Overlay } from './overlays/overlay.ts';
import type { Palette } from './palette.ts';
import type { Clip } from './playback.ts';
import type { Pose } from './pose.ts';

/** The overlays drawn on the main creature. Their code is loaded when the first one is shown. */
export interface OverlayLayer {
  readonly root: Container;
  show(names: readonly OverlayName[]): void;
  /** Begins with another clip. */
  begin(clip: Clip | undefined): void;
  update(pose: Pose, time: number): void;
}

export function createOverlayLayer(palette: Palette): OverlayLayer {
  const root = new Container();
  const made = new Map<OverlayName, Overlay>();
  let catalogue: typeof overlays | undefined;
  let shown: readonly OverlayName[] = [];
  let clip: Clip | undefined;

  function fill(): void {
    root.removeChildren();
    if (catalogue === undefined || clip === undefined) return;
    for (const name of Object.keys(catalogue) as OverlayName[]) {
      if (!shown.includes(name)) continue;
      const overlay = made.get(name) ?? catalogue[name](palette);
      made.set(name, overlay);
      overlay.begin(clip);
      root.addChild(overlay.root);
    }
  }

  return {
    root,
    show(names) {
      shown = names;
      if (catalogue === undefined && names.length > 0) {
        import('./overlays/catalogue.ts').then(
          ({ overlays }) => {
            catalogue = overlays;
            if (!root.destroyed) fill();
          },
          // Offline and not cached: no overlays then.
          () => {},
        );
      }
      fill();
    },
    begin(next) {
      clip = next;
      fill();
    },
    update(pose, time) {
      if (clip === undefined || catalogue === undefined) return;
      for (const name of shown) made.get(name)?.update(pose, time);
    },
  };
}
