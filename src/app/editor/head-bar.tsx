import type { Signal } from '@preact/signals';
import { bodyPlanOf } from '../../drawing/plan.ts';
import { experimentToSharedHash } from '../../format/experiment-link.ts';
import type { Experiment } from '../../run/experiment-schema.ts';
import { copyLink } from '../browser/copy-link.ts';
import { download, fileStem } from '../browser/download.ts';
import type { Session } from '../session/session.ts';
import { sentenceOf } from '../widgets/error-sentence.ts';
import { FileText } from '../widgets/file-text.tsx';
import { Icon } from '../widgets/icon.tsx';
import type { Editor } from './editor.ts';
import { evolutionOf } from './evolve.ts';
import { words } from './words.ts';

export interface HeadBarProps {
  session: Session;
  editor: Editor | undefined;
  isAlive: Signal<boolean>;
  /** Opens or closes the choice of what to begin with. */
  start(): void;
  choose(experiment: Experiment): void;
}

/** The drawing's name, and what becomes of it: dropped, shared, saved, evolved. */
export function HeadBar({ session, editor, isAlive, start, choose }: HeadBarProps) {
  const { plan, faults } = editor ? bodyPlanOf(editor.drawing.value) : { plan: undefined, faults: [] };
  const say = (text: string) => {
    if (editor) editor.said.value = text;
  };
  /** Does something with the run of the body; says what must be mended first. */
  const withRun = (action: (experiment: Experiment) => unknown) => () => {
    if (plan === undefined) return say(words.mendFirst(faults[0]?.words ?? ''));
    try {
      action(evolutionOf(plan, session).experiment);
    } catch (error) {
      say(sentenceOf(error));
    }
  };
  const share = withRun(async (experiment) => {
    const link = new URL(experimentToSharedHash(experiment), location.href).href;
    say((await copyLink(link)) ? words.shared : words.linkShown);
  });
  const save = () => {
    if (plan === undefined) return say(words.mendFirst(faults[0]?.words ?? ''));
    const name = `${fileStem(plan.title, 'creature')}.body.json`;
    download(name, new Blob([`${JSON.stringify(plan, null, 2)}\n`], { type: 'application/json' }));
  };
  const about = plan ? evolutionOf(plan, session).words : words.mendFirst(faults[0]?.words ?? '');
  return (
    <header class="head">
      <h2 id="editor-title">
        {editor ? <FileText text={editor.drawing.value.title} /> : words.title}
        <span class="unseen">. {words.title}</span>
      </h2>
      <button type="button" class="begin-with" onClick={start}>
        <Icon name="strip" /> <span class="start-label">{words.start}</span>
      </button>
      <button type="button" aria-label={words.share} title={words.share} onClick={share}>
        <Icon name="share" />
      </button>
      <button type="button" aria-label={words.save} title={words.save} onClick={save}>
        <Icon name="save" />
      </button>
      <span class="space" />
      <button
        type="button"
        class="switch"
        title={words.aliveAbout}
        aria-pressed={isAlive.value}
        onClick={() => {
          if (editor?.drawing.value.parts.length === 0) say(words.cannotDrop);
          else {
            say('');
            isAlive.value = !isAlive.value;
          }
        }}
      >
        <Icon name={isAlive.value ? 'undo' : 'play'} /> {isAlive.value ? words.draw : words.alive}
      </button>
      <button
        type="button"
        class="primary"
        title={about}
        aria-disabled={plan === undefined}
        aria-describedby="evolve-about"
        onClick={withRun(choose)}
      >
        {words.evolve}
      </button>
      <span class="unseen" id="evolve-about">
        {about}
      </span>
    </header>
  );
}
