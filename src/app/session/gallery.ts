import { signal } from '@preact/signals';

/** What the gallery shows in each of its tabs. */
export type GalleryTab = 'presets' | 'bodies' | 'tasks';

export const galleryTab = signal<GalleryTab>('presets');

/** Whether the gallery is open. */
export const isGalleryOpen = signal(false);

export function openGallery(tab: GalleryTab): void {
  galleryTab.value = tab;
  isGalleryOpen.value = true;
}
