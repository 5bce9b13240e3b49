import { type ReadonlySignal, useSignal } from '@preact/signals';
import { useMemo } from 'preact/hooks';
import { setupOf } from '../../../run/setup.ts';
import { Legend } from '../../net/legend.tsx';
import type { NetActivity } from '../../net/net-activity.ts';
import { parameterName } from '../../net/node-names.ts';
import type { Session } from '../../session/session.ts';
import { SentenceText } from '../../widgets/file-text.tsx';
import { changesOf, differenceOf, type WeightChange, type WeightMatrix } from './changes.ts';
import { MatrixView } from './matrix-view.tsx';
import { weight, words } from './words.ts';

/** Matrices of the shown brain against the first champion's. */
function matricesOf(session: Session, activity: NetActivity): WeightMatrix[] {
  const first = session.championHistory.entries[0];
  if (first === undefined) return [];
  const { brain } = setupOf(session.experiment.value);
  return changesOf({ wiring: brain.wiring(first.genome), genome: first.genome }, activity);
}

function titleOf({ columns }: WeightMatrix, { wiring }: NetActivity, number: number): string {
  const { kind } = wiring.nodes[columns[0]!]!;
  return words.layers[kind as keyof typeof words.layers](number);
}

const inWords = ({ parameter, before, now }: WeightChange, names: readonly string[]) =>
  words.change(parameterName(parameter, names), before === undefined ? words.isNew : weight(before), weight(now));

/** Every weight against its value in generation 0, as matrices in colour. */
export function ChangesView({
  session,
  activity,
}: {
  session: Session;
  activity: ReadonlySignal<NetActivity | undefined>;
}) {
  const pointed = useSignal<WeightChange | undefined>(undefined);
  const seen = activity.value;
  const matrices = useMemo(() => (seen ? matricesOf(session, seen) : []), [session, seen]);
  if (seen === undefined) return <p class="about">{words.waiting}</p>;
  const most = matrices
    .flatMap(({ cells }) => cells)
    .reduce((max, cell) => (cell ? Math.max(max, Math.abs(differenceOf(cell))) : max), 0);
  return (
    <div class="changes">
      <p class="about">{words.changesAbout(seen.generation)}</p>
      <Legend pushes={words.up} holds={words.down} />
      <p class="readout" id="changes-readout" role="status">
        <SentenceText text={pointed.value ? inWords(pointed.value, seen.names) : words.changesPick} />
      </p>
      {matrices.map((matrix, i) => (
        <MatrixView
          key={i}
          title={titleOf(matrix, seen, i + 1)}
          matrix={matrix}
          activity={seen}
          most={most}
          onPoint={(change) => {
            pointed.value = change;
          }}
        />
      ))}
    </div>
  );
}
