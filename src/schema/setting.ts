import * as v from 'valibot';
import type { FieldNote } from './field.ts';

/** A setting as its field describes it, for forms. */
export interface Setting extends Required<Pick<FieldNote, 'title' | 'effect' | 'level' | 'fixed'>> {
  /** Its key among the settings of its task, brain or optimizer. */
  key: string;
  unit: string;
  /** Its default. */
  defaultValue: unknown;
  of:
    | { kind: 'number'; min: number; max: number; isWhole: boolean }
    | { kind: 'choice'; options: readonly string[] }
    | { kind: 'flag' }
    | { kind: 'list'; min: number; max: number; maxLength: number };
}

interface PipeItem {
  type: string;
  requirement?: unknown;
  options?: readonly string[];
  item?: { pipe: PipeItem[] };
}

const limit = (pipe: readonly PipeItem[], type: string) =>
  Number(pipe.find((step) => step.type === type)?.requirement ?? Number.NaN);

function kindOf(pipe: readonly PipeItem[]): Setting['of'] {
  const [first] = pipe;
  if (first?.type === 'boolean') return { kind: 'flag' };
  if (first?.options) return { kind: 'choice', options: first.options };
  const range = (of: readonly PipeItem[]) => ({ min: limit(of, 'min_value'), max: limit(of, 'max_value') });
  if (first?.item) return { kind: 'list', ...range(first.item.pipe), maxLength: limit(pipe, 'max_length') };
  return { kind: 'number', ...range(pipe), isWhole: pipe.some(({ type }) => type === 'integer') };
}

/** Settings of an object schema made of the helpers in `field.ts`, in its order. */
export function settingsIn(entries: v.ObjectEntries): Setting[] {
  return Object.entries(entries).map(([key, entry]) => {
    const field = entry as v.OptionalSchema<v.GenericSchema, unknown>;
    const {
      title = key,
      effect = '',
      unit = '',
      level = 'advanced',
      fixed = false,
    } = v.getMetadata(field.wrapped) as Partial<FieldNote>;
    const { pipe } = field.wrapped as unknown as { pipe: PipeItem[] };
    return { key, title, effect, unit, level, fixed, defaultValue: v.getDefault(field), of: kindOf(pipe) };
  });
}
