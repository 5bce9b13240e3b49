/** The player's key bindings. */
export const words = {
  title: 'Keys',
  close: 'Close',
  keys: [
    ['Space', 'play or pause'],
    ['←  →', 'back or forward by a tenth of a second; with Shift by a second'],
    [',  .', 'one frame back or forward'],
    ['Home  End', 'to the start or the end'],
    ['+  −', 'faster or slower'],
    ['L', 'loop or play once'],
    ['Page ↑  ↓', 'the previous or next scene of a film'],
    ['B', 'its brain while it walks'],
    ['G', 'footfalls: when each foot is on the ground'],
    ['N', 'numbers'],
    ['O', 'display options: overlays, camera, ghosts'],
    ['Z  X', 'zoom in or out; the mouse wheel does the same'],
    ['0', 'follow again; a double click does the same'],
    ['F', 'full screen'],
    ['?', 'show the keys'],
    ['Esc', 'close the open panel'],
  ],
} as const;
