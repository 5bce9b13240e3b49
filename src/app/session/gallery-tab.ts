/** What the gallery shows in each of its tabs. */
export type GalleryTab = 'presets' | 'bodies' | 'tasks';
