import { expect, it } from 'vitest';
import type { Part } from '../../src/creature/body-plan.ts';
import type { Terrain } from '../../src/sim/terrain.ts';
import { footholdOf } from '../../src/view/foothold.ts';

const ground: Terrain = { points: Float64Array.of(-10, 0, 0, 0, 10, 10), blocks: [], friction: 1, end: 9 };
const of = (shape: Part['shape']): Part => ({
  ...{ name: 'foot', shape, position: [0, 0], angle: 0, density: 1, friction: 1, role: 'foot', layer: 0 },
});
const sole = of({ kind: 'box', width: 2, height: 1 });

it('is the middle of a flat sole', () => {
  expect(footholdOf(ground, sole, Float64Array.of(-5, 0.5, 0), 0)).toEqual([-5, 0]);
});

it('is the lowest corner of a tilted sole', () => {
  const [x, y] = footholdOf(ground, sole, Float64Array.of(-5, 1, 0.5), 0);
  expect(x).toBeCloseTo(-5 - Math.cos(0.5) + 0.5 * Math.sin(0.5), 9);
  expect(y).toBeCloseTo(1 - Math.sin(0.5) - 0.5 * Math.cos(0.5), 9);
});

it('is the corner nearest to the sloping ground, not the lowest one', () => {
  const [x] = footholdOf(ground, sole, Float64Array.of(5, 6.5, 0), 0);
  expect(x).toBe(6);
});

it('counts blocks and rocks as ground', () => {
  const step = { x: -4, y: 0.5, width: 1, height: 1 };
  const [x] = footholdOf({ ...ground, blocks: [step] }, sole, Float64Array.of(-5, 1.5, 0), 0);
  expect(x).toBe(-4);
  const rock: [number, number][] = [
    [-6.5, 0],
    [-5.5, 0],
    [-5.5, 1],
    [-6.5, 1],
  ];
  expect(footholdOf({ ...ground, rocks: [rock] }, sole, Float64Array.of(-5, 1.5, 0), 0)[0]).toBe(-6);
});

it('is below the centre of a circle', () => {
  expect(footholdOf(ground, of({ kind: 'circle', radius: 0.5 }), Float64Array.of(-3, 0.5, 2), 0)).toEqual([-3, 0]);
});
