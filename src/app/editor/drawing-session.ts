import { effect, type Signal, signal } from '@preact/signals';
import type { BodyPlan } from '../../creature/body-plan.ts';
import { emptyDrawing } from '../../drawing/drawing.ts';
import { beginHistory, fromStored, toStored } from '../../drawing/history.ts';
import type { BodyRequest } from '../session/requested-body.ts';
import { ownBodies } from '../storage/own-bodies.ts';
import type { SavedBody } from '../storage/saved-body.ts';
import { bodyName } from './body-name.ts';
import { createEditor, type Editor } from './editor.ts';
import { words } from './words.ts';

/** The drawing in the editor, which is stored as it is drawn. */
export interface DrawingSession {
  readonly editor: Signal<Editor | undefined>;
  /** Opens what was requested. */
  request(what: BodyRequest): Promise<void>;
  /** Begins a new drawing, of a body or of nothing. */
  begin(plan: BodyPlan | undefined): void;
  open(body: SavedBody): void;
}

const newId = () => `${Date.now().toString(36)}-${Math.random().toString(36).slice(2, 8)}`;

/** A body of one's own by its name: another one gets a name of its own. */
const asOwn = (plan: BodyPlan): BodyPlan =>
  plan.name.startsWith('my-')
    ? plan
    : { ...plan, title: words.mine(plan.title).slice(0, 60), name: `my-${bodyName(plan.name)}`.slice(0, 40) };

export function createDrawingSession(): DrawingSession {
  const editor = signal<Editor | undefined>(undefined);
  let stop = () => {};
  addEventListener('pagehide', ownBodies.leave);

  /** Stores it after each change. */
  function enter(id: string, next: Editor): void {
    stop();
    editor.value = next;
    const first = next.history.peek();
    stop = effect(() => {
      const history = next.history.value;
      if (history === first) return;
      void ownBodies.save({ id, changed: Date.now(), history: toStored(history) }).then(() => {
        if (ownBodies.fault.peek() !== '') next.said.value = words.unsaved(ownBodies.fault.peek());
      });
    });
  }
  const begin = (plan: BodyPlan | undefined) => {
    enter(newId(), createEditor(beginHistory(plan === undefined ? emptyDrawing : asOwn(plan))));
  };
  const open = ({ id, history }: SavedBody) => enter(id, createEditor(fromStored(history)));
  return {
    editor,
    begin,
    open,
    async request(what) {
      if (what === 'new') return begin(undefined);
      if (what !== 'last' && 'plan' in what) return begin(what.plan);
      await ownBodies.refresh();
      const list = ownBodies.list.value;
      const found = what === 'last' ? list[0] : list.find(({ id }) => id === what.id);
      if (found) open(found);
      else begin(undefined);
    },
  };
}
