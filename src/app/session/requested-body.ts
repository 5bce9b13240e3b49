import { signal } from '@preact/signals';
import type { BodyPlan } from '../../creature/body-plan.ts';

/** What the editor opens with: a body to change, one of the viewer's own creatures by its id, the drawing left last, or an empty one. */
export type BodyRequest = { plan: BodyPlan } | { id: string } | 'last' | 'new';

export const requestedBody = signal<BodyRequest>('last');

/** Whether the editor is open. */
export const isEditorOpen = signal(false);

/** Opens the editor. */
export function editBody(request: BodyRequest): void {
  requestedBody.value = request;
  isEditorOpen.value = true;
}
