import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { bodies } from '../../creature/bodies.ts';
import type { BodyPlan } from '../../creature/body-plan.ts';
import { visibleText } from '../../format/visible-text.ts';
import { readFile } from '../browser/read-file.ts';
import { ownBodies } from '../storage/own-bodies.ts';
import { drawingOf, type SavedBody } from '../storage/saved-body.ts';
import { BodyPicture } from '../widgets/body-picture.tsx';
import { sentenceOf } from '../widgets/error-sentence.ts';
import { FileText, SentenceText } from '../widgets/file-text.tsx';
import { Icon } from '../widgets/icon.tsx';
import { bodyFromFile, bodyFromText } from './body-source.ts';
import { words } from './words.ts';

export interface StartMenuProps {
  /** Begins a new drawing, of a body or of nothing. */
  begin(plan: BodyPlan | undefined): void;
  open(body: SavedBody): void;
  close(): void;
}

const catalogue: Record<string, BodyPlan> = bodies;

/** Where a drawing begins: nothing, one's own creatures, the catalogue, a file or a link. */
export function StartMenu({ begin, open, close }: StartMenuProps) {
  const picker = useRef<HTMLInputElement>(null);
  const text = useSignal('');
  const fault = useSignal('');
  useEffect(() => void ownBodies.refresh(), []);
  const attempt = async (read: () => BodyPlan | Promise<BodyPlan>) => {
    fault.value = '';
    try {
      begin(await read());
    } catch (error) {
      fault.value = sentenceOf(error);
    }
  };
  const own = ownBodies.list.value;
  return (
    <section class="start" aria-labelledby="editor-start">
      <header>
        <h3 id="editor-start">{words.start}</h3>
        <button type="button" onClick={close}>
          {words.cancel}
        </button>
      </header>
      <div class="ways">
        <button type="button" class="primary" onClick={() => begin(undefined)}>
          {words.fromNothing}
        </button>
        <button type="button" onClick={() => picker.current?.click()}>
          {words.fromFile}
        </button>
        <input
          ref={picker}
          hidden
          type="file"
          accept=".gait,.json,application/json"
          onChange={({ currentTarget }) => {
            const [file] = [...(currentTarget.files ?? [])];
            currentTarget.value = '';
            if (file) void attempt(async () => bodyFromFile(await readFile(file), file.name));
          }}
        />
        <form
          class="link"
          onSubmit={(event) => {
            event.preventDefault();
            void attempt(() => bodyFromText(text.value));
          }}
        >
          <input
            type="text"
            aria-label={words.fromLink}
            placeholder={words.fromLink}
            title={words.fromLinkAbout}
            value={text.value}
            onInput={({ currentTarget }) => {
              text.value = currentTarget.value;
            }}
          />
          <button type="submit" disabled={text.value.trim() === ''}>
            {words.use}
          </button>
        </form>
      </div>
      <p class="fault" role="alert">
        <SentenceText text={fault.value} />
      </p>
      {own.length > 0 && (
        <>
          <h4>{words.yours}</h4>
          <ul class="bodies">
            {own.map((body) => {
              const drawing = drawingOf(body);
              const title = visibleText(drawing.title);
              return (
                <li key={body.id}>
                  <button type="button" class="body" aria-label={words.copyOf(title)} onClick={() => open(body)}>
                    <BodyPicture plan={drawing} />
                    <FileText text={drawing.title} />
                  </button>
                  <button
                    type="button"
                    class="bin"
                    aria-label={words.deleteOf(title)}
                    onClick={() => ownBodies.remove(body.id)}
                  >
                    <Icon name="bin" />
                  </button>
                </li>
              );
            })}
          </ul>
        </>
      )}
      <h4>{words.catalogue}</h4>
      <ul class="bodies">
        {Object.entries(catalogue).map(([name, plan]) => (
          <li key={name}>
            <button type="button" class="body" aria-label={words.copyOf(plan.title)} onClick={() => begin(plan)}>
              <BodyPicture plan={plan} />
              {plan.title}
            </button>
          </li>
        ))}
      </ul>
      <p class="note">{words.startAbout}</p>
    </section>
  );
}
