import type { Signal } from '@preact/signals';
import type { Finding } from '../../drawing/finding.ts';
import { SentenceText } from '../widgets/file-text.tsx';
import { Icon } from '../widgets/icon.tsx';
import type { Editor } from './editor.ts';
import { words } from './words.ts';

function FindingItem({
  editor,
  finding,
  marked,
}: {
  editor: Editor;
  finding: Finding;
  marked: Signal<readonly string[]>;
}) {
  const { severity, words: sentence, parts, joints, remedies } = finding;
  const mark = () => {
    marked.value = [...parts, ...joints];
  };
  const unmark = () => {
    marked.value = [];
  };
  return (
    <li
      class={`finding is-${severity}`}
      onPointerEnter={mark}
      onPointerLeave={unmark}
      onFocusCapture={mark}
      onBlurCapture={unmark}
    >
      <p>
        <span class="unseen">{words.severities[severity]}: </span>
        <SentenceText text={sentence} />
      </p>
      {remedies.length > 0 && (
        <div class="remedies">
          {remedies.map((remedy) => (
            <button
              key={remedy.words}
              type="button"
              class="plain"
              onClick={() => {
                unmark();
                editor.do(remedy.edit, words.mended);
              }}
            >
              {remedy.words}
            </button>
          ))}
        </div>
      )}
    </li>
  );
}

/** What the lint finds, with its remedies. */
export function Findings({ editor, marked }: { editor: Editor; marked: Signal<readonly string[]> }) {
  const findings = editor.findings.value;
  return (
    <section class="findings" aria-labelledby="editor-findings">
      <h3 id="editor-findings">{words.findings}</h3>
      {findings.length === 0 ? (
        <p class="all-well">
          <Icon name="check" /> {words.allWell}
        </p>
      ) : (
        <ul>
          {findings.map((finding) => (
            <FindingItem key={`${finding.id} ${finding.words}`} editor={editor} finding={finding} marked={marked} />
          ))}
        </ul>
      )}
    </section>
  );
}
