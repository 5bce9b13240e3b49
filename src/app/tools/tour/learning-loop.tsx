import { words } from './words.ts';

/** The optimizer's loop as a picture: try, measure, keep, and from the start again. */
export function LearningLoop() {
  return (
    <ol class="loop" aria-label={words.loop}>
      {words.loopParts.map(([name, about]) => (
        <li key={name}>
          <b>{name}</b> <span>{about}</span>
        </li>
      ))}
    </ol>
  );
}
