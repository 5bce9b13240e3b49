import { afterAll, expect, test, vi } from 'vitest';
import { type Keys, listenToKeys } from '../../../src/app/shell/keyboard.ts';
import type { Tool } from '../../../src/app/tool.ts';
import { tools } from '../../../src/app/tools.ts';

/** The page as far as keys go: nothing has the focus. */
let press: (event: object) => void = () => {};
let click: (event: object) => void = () => {};
class TestElement {}
vi.stubGlobal('Element', TestElement);
vi.stubGlobal('HTMLElement', class extends TestElement {});
vi.stubGlobal('addEventListener', (type: string, listener: typeof press) => {
  if (type === 'keydown') press = listener;
  else if (type === 'pointerdown') click = listener;
});
afterAll(() => vi.unstubAllGlobals());

/** The names of the page's actions for a key. */
function actsOf(key: string, ofTools: Keys['tools'] = {}): string[] {
  const acts: string[] = [];
  const keys = new Proxy({} as Keys, {
    get: (_keys, name) => (name === 'tools' ? ofTools : () => acts.push(String(name))),
  });
  listenToKeys(keys);
  press({ key, target: null, preventDefault: () => {} });
  return acts;
}

const catalogue = Object.entries<Tool>(tools);

test.each(catalogue)('the key of the tool %s is used by neither the page nor another tool', (name, { key }) => {
  expect(key).toMatch(/^[a-z0-9]$/);
  expect(actsOf(key)).toEqual([]);
  expect(catalogue.filter(([, other]) => other.key === key).map(([each]) => each)).toEqual([name]);
});

test('keys of the page and of its tools work, in upper case too', () => {
  expect(actsOf('f')).toEqual(['film']);
  expect(actsOf('F')).toEqual(['film']);
  const opened: string[] = [];
  const key = tools.brain.key;
  expect(actsOf(key.toUpperCase(), { [key]: () => opened.push('brain') })).toEqual([]);
  expect(opened).toEqual(['brain']);
});

test('Space pauses from what was clicked, but presses what the keyboard focused, and types in a field', () => {
  const acts: string[] = [];
  listenToKeys(
    new Proxy({} as Keys, { get: (_keys, name) => (name === 'tools' ? {} : () => acts.push(String(name))) }),
  );
  const element = (selector: string) =>
    Object.assign(new HTMLElement(), {
      closest: () => null,
      blur: () => {},
      matches: (selectors: string) => selectors.split(', ').includes(selector),
    });
  const space = (target: object) => press({ key: ' ', target, preventDefault: () => {} });
  press({ key: 'Tab', target: null, preventDefault: () => {} });
  for (const focused of ['button', 'select', 'input']) space(element(focused));
  expect(acts).toEqual([]);
  click({});
  space(element('input'));
  expect(acts).toEqual([]);
  for (const clicked of ['button', 'select', 'input[type=radio]']) space(element(clicked));
  expect(acts).toEqual(['pause', 'pause', 'pause']);
});
