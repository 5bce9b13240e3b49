import type { ReadonlySignal } from '@preact/signals';
import { useId } from 'preact/hooks';
import { type Knob, limitOf } from '../../net/knobs.ts';
import type { NetActivity } from '../../net/net-activity.ts';
import { nameOfKnob } from '../../net/node-names.ts';
import { Select } from '../../widgets/select.tsx';
import type { Hover } from './hover.ts';
import { weight, words } from './words.ts';
import type { WeightEditor } from './workbench.ts';

export interface KnobPanelProps {
  mind: ReadonlySignal<NetActivity | undefined>;
  pointing: Hover;
  bench: WeightEditor;
}

/** Names a knob in two steps, for who does not point at it: whose, and which. */
function KnobChoice({ mind: { knobs, names }, pointing }: { mind: NetActivity; pointing: Hover }) {
  const selected = pointing.selected.value;
  const to = selected?.to ?? pointing.focus.value;
  const nodes = [...new Set(knobs.map((knob) => knob.to))];
  const own = knobs.filter((knob) => knob.to === to);
  const pick = (knob: Knob | undefined) => knob && pointing.pick(knob);
  const id = useId();
  return (
    <div class="choice-of-knob">
      <label for={`${id}-into`}>
        <span>{words.into}</span>
        <Select
          id={`${id}-into`}
          value={own[0]?.to ?? ''}
          choose={(text) => pick(knobs.find((knob) => String(knob.to) === text))}
        >
          <option value="">{words.choose}</option>
          {nodes.map((node) => (
            <option key={node} value={node}>
              {names[node]}
            </option>
          ))}
        </Select>
      </label>
      <label for={`${id}-from`}>
        <span>{words.from}</span>
        <Select
          id={`${id}-from`}
          value={selected?.parameter ?? ''}
          disabled={own.length === 0}
          choose={(text) => pick(own.find(({ parameter }) => String(parameter) === text))}
        >
          <option value="">{words.choose}</option>
          {own.map(({ parameter, from, name }) => (
            <option key={parameter} value={parameter}>
              {from === undefined ? words.own(name) : names[from]}
            </option>
          ))}
        </Select>
      </label>
    </div>
  );
}

/** One knob: a slider with a mark where learning left it. */
function KnobSlider({ mind, knob, bench }: { mind: NetActivity; knob: Knob; bench: WeightEditor }) {
  const genome = bench.held.value?.entry.genome ?? mind.genome;
  const before = genome[knob.parameter] as number;
  const value = bench.turned.value.get(knob.parameter) ?? before;
  const limit = Math.max(limitOf(mind.knobs, genome), Math.abs(value));
  const share = (before + limit) / (2 * limit);
  return (
    <div class="knob">
      <p>
        <span>{words.was(weight(before))}</span>
        <output>{weight(value)}</output>
      </p>
      <div class="turner" style={{ '--champion': share }}>
        <input
          type="range"
          aria-label={`${words.value}: ${nameOfKnob(knob, mind.names)}`}
          aria-valuetext={weight(value)}
          min={-limit}
          max={limit}
          step="any"
          value={value}
          disabled={bench.held.value === undefined}
          onInput={({ currentTarget }) => bench.turn(knob.parameter, currentTarget.valueAsNumber)}
        />
      </div>
    </div>
  );
}

/** Where knobs are turned: the one in hand, ten at once, and all back. */
export function KnobPanel({ mind, pointing, bench }: KnobPanelProps) {
  const seen = mind.value;
  if (seen === undefined) return null;
  const knob = pointing.selected.value;
  const turned = bench.turned.value.size;
  const turnTen = async () => {
    if (bench.held.value === undefined) await bench.take(seen.generation);
    bench.turnTen();
  };
  return (
    <section class="knobs" aria-label={words.knobTitle}>
      <KnobChoice mind={seen} pointing={pointing} />
      {knob ? (
        <KnobSlider mind={seen} knob={knob} bench={bench} />
      ) : (
        <p class="hint">{words.knobsAbout(seen.knobs.length)}</p>
      )}
      <div class="buttons">
        {knob && (
          <button
            type="button"
            disabled={!bench.turned.value.has(knob.parameter)}
            onClick={() => bench.turnBack(knob.parameter)}
          >
            {words.turnBack}
          </button>
        )}
        <button type="button" title={words.mutation} onClick={turnTen}>
          {words.turnTen}
        </button>
        <button type="button" disabled={turned === 0} onClick={bench.turnAllBack}>
          {words.turnAllBack}
        </button>
      </div>
      <p class="hint">{words.mutation}</p>
    </section>
  );
}
