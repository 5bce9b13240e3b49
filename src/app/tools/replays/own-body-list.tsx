import { useEffect } from 'preact/hooks';
import { visibleText } from '../../../format/visible-text.ts';
import { editBody } from '../../session/requested-body.ts';
import { ownBodies } from '../../storage/own-bodies.ts';
import { drawingOf } from '../../storage/saved-body.ts';
import { BodyPicture } from '../../widgets/body-picture.tsx';
import { FileText } from '../../widgets/file-text.tsx';
import { words } from './words.ts';

/** The viewer's own creatures, beside the replays; a press opens one in the editor. */
export function OwnBodyList() {
  useEffect(() => void ownBodies.refresh(), []);
  const list = ownBodies.list.value;
  return (
    <section class="own-bodies" aria-labelledby="own-bodies">
      <h3 id="own-bodies">{words.ownBodies}</h3>
      <ul>
        {list.map((body) => {
          const drawing = drawingOf(body);
          return (
            <li key={body.id}>
              <button
                type="button"
                aria-label={words.changeBody(visibleText(drawing.title))}
                onClick={() => editBody({ id: body.id })}
              >
                <BodyPicture plan={drawing} />
                <FileText text={drawing.title} />
              </button>
            </li>
          );
        })}
        <li>
          <button type="button" class="plain" onClick={() => editBody('new')}>
            {words.makeBody}
          </button>
        </li>
      </ul>
    </section>
  );
}
