import { isValidElement, type VNode } from 'preact';
import { describe, expect, it } from 'vitest';
import { FileText, SentenceText } from '../../../src/app/widgets/file-text.tsx';
import { visibleText } from '../../../src/format/visible-text.ts';

/** What a sentence is laid out as: `[x]` for what is isolated. */
function laidOut(text: string): string {
  const { children } = SentenceText({ text }).props as { children: (string | VNode<{ children: string }>)[] };
  return children.map((each) => (isValidElement(each) ? `[${each.props.children}]` : each)).join('');
}

describe('text from files', () => {
  it('shows invisible characters and those that change the writing direction', () => {
    expect(visibleText('\u202egnp.exe')).toBe('\\u202egnp.exe');
    expect(visibleText('a\u0000\u001b[31m\u0007\u009b\n')).toBe('a\\u0000\\u001b[31m\\u0007\\u009b\\u000a');
    for (const mark of '\u061c\u200b\u200e\u200f\u2028\u202a\u202d\u2060\u2066\u2069\ufeff')
      expect(visibleText(`x${mark}y`)).toMatch(/^x\\u[0-9a-f]{4}y$/);
  });

  it('leaves visible characters and its own output unchanged', () => {
    for (const text of ['Läufer №2 “x” — 走る 🦿', 'שלום', 'کتاب\u200cها', '<svg onload=alert(1)>', '👩\u200d🔬'])
      expect(visibleText(text)).toBe(text);
    expect(visibleText(visibleText('\u202e'))).toBe(visibleText('\u202e'));
  });

  it('isolates a name as a whole', () => {
    const { type, props } = FileText({ text: 'שלום\u202e 12' });
    expect([type, props]).toEqual(['bdi', { children: 'שלום\\u202e 12' }]);
  });

  it('isolates each run from right to left in a sentence, numbers within it included', () => {
    expect(laidOut('Run 3 is going on.')).toBe('Run 3 is going on.');
    expect(laidOut('שלום 12 עולם was at generation 7. Continue?')).toBe(
      '[שלום 12 עולם] was at generation 7. Continue?',
    );
    expect(laidOut('"שלום" and "مرحبا" are running.')).toBe('"[שלום]" and "[مرحبا]" are running.');
    expect(laidOut('x\u202ey')).toBe('x\\u202ey');
  });
});
