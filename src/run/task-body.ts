import { bodies } from '../creature/bodies.ts';
import type { BodyPlan } from '../creature/body-plan.ts';
import type { Task } from '../sim/task.ts';
import { tasks } from '../sim/tasks.ts';

const catalogue: Readonly<Record<string, Task>> = tasks;

/** The plan of a body given by name or as a plan. */
export function planOf(body: string | BodyPlan): BodyPlan {
  return typeof body === 'string' ? (bodies as Record<string, BodyPlan>)[body]! : body;
}

/** Name of the only body that a task allows; undefined if it allows any, or is unknown. */
export function bodyFor(task: unknown): string | undefined {
  return typeof task === 'string' && Object.hasOwn(catalogue, task) ? catalogue[task]?.body : undefined;
}

/** One sentence that says why a body and a task do not fit together; empty if they do. */
export function bodyFault(body: unknown, task: string): string {
  const needed = bodyFor(task);
  if (needed === undefined || body === needed) return '';
  return `task "${task}" needs body "${needed}"`;
}

/** Adds the body that the task needs to a document that leaves it out. */
export function withBody(input: unknown): unknown {
  if (typeof input !== 'object' || input === null || 'body' in input) return input;
  const needed = bodyFor((input as { task?: { name?: unknown } | null }).task?.name);
  return needed === undefined ? input : { ...input, body: needed };
}
