/** The player's key bindings. */
export const words = {
  title: 'Keys',
  close: 'Close',
  keys: [
    ['Space', 'play, or pause'],
    ['←  →', 'a tenth of a second back, or on; with Shift a second'],
    [',  .', 'a frame back, or on'],
    ['Home  End', 'the first moment, or the last'],
    ['+  −', 'faster, or slower'],
    ['L', 'again and again, or once'],
    ['Page ↑  ↓', 'the scene of a film before, or after'],
    ['B', 'its brain at work'],
    ['N', 'numbers'],
    ['O', 'what is shown: overlays, camera, ghosts'],
    ['Z  X', 'closer, or farther away; or by the wheel'],
    ['0', 'the camera follows again; or by a double click'],
    ['F', 'full screen'],
    ['?', 'this sheet'],
    ['Esc', 'close what is open'],
  ],
} as const;
