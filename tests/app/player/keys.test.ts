import { expect, it, vi } from 'vitest';
import type { PlayerState } from '../../../src/app/player/player-state.ts';

// There is no window here, whose media queries the modules read.
vi.stubGlobal('matchMedia', () => ({ matches: false, addEventListener: () => {} }));
const { keyActions: actsOfKeys } = await import('../../../src/app/player/keys.ts');
const { words } = await import('../../../src/app/player/key-words.ts');

/** Names of keys in the help. */
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

it('the help lists exactly the keys of the player', () => {
  const told = words.keys.flatMap(([keys]) => keys.split(/ {2}/)).map((key) => key.toLowerCase());
  const keys = Object.keys(actsOfKeys({} as PlayerState, 1));
  expect(keys.length).toBeGreaterThan(15);
  for (const key of keys) expect(told).toContain((WRITTEN[key] ?? key).toLowerCase());
  const known = new Set(keys.map((key) => (WRITTEN[key] ?? key).toLowerCase()));
  // Escape is the browser's own.
  expect(told.filter((key) => !known.has(key))).toEqual(['esc']);
});
