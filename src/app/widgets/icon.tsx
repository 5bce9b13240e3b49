const paths = {
  pause: 'M8 5v14M16 5v14',
  play: 'M8 5.5v13l10-6.5z',
  stop: 'M7 7h10v10H7z',
  film: 'M4.5 5.5h15v13h-15zM8.5 5.5v13M15.5 5.5v13M4.5 9.8h4M4.5 14.2h4M15.5 9.8h4M15.5 14.2h4',
  restart: 'M5 12a7 7 0 1 0 2.2-5.1M5 4v4h4',
  strip: 'M4 5h7v6H4zM13 5h7v6h-7zM4 13h7v6H4zM13 13h7v6h-7z',
  crowd:
    'M9 10.5a3 3 0 1 0 0-6 3 3 0 0 0 0 6zM3.5 19.5c.3-3.6 2.2-5.6 5.5-5.6s5.2 2 5.5 5.6M16 4.8a3 3 0 0 1 0 5.4M17.6 14.4c1.8.7 2.8 2.4 2.9 5.1',
  eye: 'M2.5 12S6 5.5 12 5.5 21.5 12 21.5 12 18 18.5 12 18.5 2.5 12 2.5 12zM12 15a3 3 0 1 0 0-6 3 3 0 0 0 0 6z',
  hold: 'M8.5 8.5h7v7h-7zM4 8V4h4M16 4h4v4M20 16v4h-4M8 20H4v-4',
  back: 'M17 6v12l-8-6zM6 6v12',
  on: 'M7 6v12l8-6zM18 6v12',
  push: 'M4 12h9M9.5 8l4 4-4 4M18.5 5v14',
  ghost: 'M5.5 19.5V11a6.5 6.5 0 0 1 13 0v8.5l-2.6-2-2.2 2-1.7-2-1.7 2-2.2-2zM9.7 10.5v.1M14.3 10.5v.1',
  undo: 'M9 7L4.5 11.5 9 16M5 11.5h9a5 5 0 0 1 0 10h-2',
  slower: 'M6 12h12',
  faster: 'M6 12h12M12 6v12',
  share: 'M9 12.5a3.5 3.5 0 0 0 5 0l4-4a3.5 3.5 0 0 0-5-5l-1 1M15 11.5a3.5 3.5 0 0 0-5 0l-4 4a3.5 3.5 0 0 0 5 5l1-1',
  help: 'M9.2 9.2a2.9 2.9 0 1 1 4.2 2.7c-.9.5-1.4 1.1-1.4 2.2M12 17.6v.1',
  close: 'M6.5 6.5l11 11M17.5 6.5l-11 11',
  open: 'M7 14.5l5-5 5 5',
  down: 'M7 9.5l5 5 5-5',
  dice: 'M6 4.5h12A1.5 1.5 0 0 1 19.5 6v12a1.5 1.5 0 0 1-1.5 1.5H6A1.5 1.5 0 0 1 4.5 18V6A1.5 1.5 0 0 1 6 4.5zM9 9v.1M15 15v.1M12 12v.1',
  brain:
    'M9.5 5.5a2.5 2.5 0 0 1 2.5 2v11a2.6 2.6 0 0 1-5 .3 3 3 0 0 1-2.4-4.2A3 3 0 0 1 5 9.7a2.7 2.7 0 0 1 2-3.6 2.4 2.4 0 0 1 2.5-.6zM14.5 5.5a2.5 2.5 0 0 0-2.5 2v11a2.6 2.6 0 0 0 5 .3 3 3 0 0 0 2.4-4.2 3 3 0 0 0-.4-4.9 2.7 2.7 0 0 0-2-3.6 2.4 2.4 0 0 0-2.5-.6z',
  bookmark: 'M7 4.5h10v15l-5-4-5 4z',
  save: 'M12 4.5v10M8 11l4 4 4-4M5 19.5h14',
  bin: 'M5 7h14M10 7V4.5h4V7M7 7l1 12.5h8L17 7',
  check: 'M5 12.5l4.5 4.5L19 7.5',
  branch:
    'M7 4.5v15M7 14c0-4.5 10-2.5 10-7.5M17 6.5a1.8 1.8 0 1 0-.1 0zM7 4.5a1.5 1.5 0 1 0-.1 0zM7 19.5a1.5 1.5 0 1 0-.1 0z',
  sweep:
    'M4.5 4.5h4v4h-4zM10 4.5h4v4h-4zM15.5 4.5h4v4h-4zM4.5 10h4v4h-4zM10 10h4v4h-4zM15.5 10h4v4h-4zM4.5 15.5h4v4h-4zM10 15.5h4v4h-4zM15.5 15.5h4v4h-4z',
  doctor: 'M4 12h4l2-5 4 10 2-5h4',
  tour: 'M12 4.5v15M12 6h6.5l2 2.2-2 2.3H12M12 12.5H5.5l-2 2.2 2 2.3H12',
  export: 'M12 4v11M7.5 10.5L12 15l4.5-4.5M4.5 15.5v4h15v-4',
  chart: 'M4.5 4.5v15h15M7.5 15l3.5-4.5 3 2.5 5-7',
} as const;

export type IconName = keyof typeof paths;

/** A small drawing beside or instead of text; its button has the accessible name. */
export function Icon({ name }: { name: IconName }) {
  return (
    <svg class={`icon icon-${name}`} viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <path d={paths[name]} />
    </svg>
  );
}
