import { bodies } from '../creature/bodies.ts';
import type { BodyPlan } from '../creature/body-plan.ts';
import type { Task } from '../sim/task.ts';
import { tasks } from '../sim/tasks.ts';

const catalogue: Readonly<Record<string, Task>> = tasks;

/** The plan of a body that is named, or that is its own. */
export function planOf(body: string | BodyPlan): BodyPlan {
  return typeof body === 'string' ? (bodies as Record<string, BodyPlan>)[body]! : body;
}

/** The one body that a task is defined for, by name; undefined for any, and of a task that is in no catalogue. */
export function bodyFor(task: unknown): string | undefined {
  return typeof task === 'string' && Object.hasOwn(catalogue, task) ? catalogue[task]?.body : undefined;
}

/** Why a body and a task do not go together, in one sentence; empty when they do. */
export function bodyFault(body: unknown, task: string): string {
  const needed = bodyFor(task);
  if (needed === undefined || body === needed) return '';
  return `task "${task}" is defined for body "${needed}" alone`;
}

/** A document in which the body is left out, with the one that its task needs. */
export function withBody(input: unknown): unknown {
  if (typeof input !== 'object' || input === null || 'body' in input) return input;
  const needed = bodyFor((input as { task?: { name?: unknown } | null }).task?.name);
  return needed === undefined ? input : { ...input, body: needed };
}
