import { expect, it, vi } from 'vitest';
import type { PlayerState } from '../../../src/app/player/show.ts';

// What a window says of its viewer's wishes, which there is none of here.
vi.stubGlobal('matchMedia', () => ({ matches: false, addEventListener: () => {} }));
const { actsOfKeys } = await import('../../../src/app/player/keys.ts');
const { words } = await import('../../../src/app/player/key-words.ts');

/** How keys are written in the help. */
const WRITTEN: Record<string, string> = {
  ' ': 'Space',
  arrowleft: '←',
  arrowright: '→',
  pageup: 'Page ↑',
  pagedown: '↓',
  '-': '−',
  // The plus of keyboards where it takes Shift.
  '=': '+',
};

it('every key of the player is in its help, and no other', () => {
  const told = words.keys.flatMap(([keys]) => keys.split(/ {2}/)).map((key) => key.toLowerCase());
  const keys = Object.keys(actsOfKeys({} as PlayerState, 1));
  expect(keys.length).toBeGreaterThan(15);
  for (const key of keys) expect(told).toContain((WRITTEN[key] ?? key).toLowerCase());
  const known = new Set(keys.map((key) => (WRITTEN[key] ?? key).toLowerCase()));
  // Escape is the browser's own.
  expect(told.filter((key) => !known.has(key))).toEqual(['esc']);
});
