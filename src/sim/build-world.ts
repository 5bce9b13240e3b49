import type { BodyPlan, Part, Point } from '../creature/body-plan.ts';
import { type Body, internalsOf, type PolygonShape, planck, type RevoluteJoint, type World } from './planck/planck.ts';
import { detachGround } from './planck/world-internals.ts';
import type { Terrain } from './terrain.ts';

const GROUND = 0x1;
const CREATURE = 0x2;

/** A box with its corners in the order of Box2D's SetAsBox, from the lower left. planck starts at the lower right. */
function box(width: number, height: number, x = 0, y = 0): PolygonShape {
  const shape = new planck.Box(width / 2, height / 2, planck.Vec2(x, y), 0);
  for (const list of [shape.m_vertices, shape.m_normals]) list.unshift(list.pop() as (typeof list)[0]);
  return shape;
}

const polygon = (vertices: readonly Point[]) => new planck.Polygon(vertices.map(([x, y]) => planck.Vec2(x, y)));

function shapeOf({ shape }: Part) {
  if (shape.kind === 'circle') return new planck.Circle(shape.radius);
  return shape.kind === 'box' ? box(shape.width, shape.height) : polygon(shape.vertices);
}

/** Creates the ground in a fixed order: rocks, the line of the ground, blocks. */
export function createGround(world: World, { points, blocks, rocks = [], friction, pieces }: Terrain): void {
  const filter = { friction, filterCategoryBits: GROUND, filterMaskBits: CREATURE };
  for (const corners of rocks) world.createBody().createFixture({ shape: polygon(corners), ...filter });
  const vertices = Array.from({ length: points.length / 2 }, (_, i) => planck.Vec2(points[2 * i]!, points[2 * i + 1]!));
  if (pieces) {
    for (const [i, end] of vertices.entries()) {
      const start = vertices[i - 1];
      if (start) world.createBody().createFixture({ shape: new planck.Edge(start, end), ...filter });
    }
  } else {
    const ground = world.createBody();
    ground.createFixture({ shape: new planck.Chain(vertices, false), ...filter });
    for (const { x, y, width, height } of blocks) {
      ground.createFixture({ shape: box(width, height, x, y), ...filter });
    }
  }
  detachGround(internalsOf(world));
}

/** Creates the parts in the plan's order, with the plan's origin at `at`. */
export function createParts(world: World, plan: BodyPlan, at: Point): Body[] {
  return plan.parts.map((part) => {
    const [x, y] = part.position;
    const body = world.createBody({
      type: 'dynamic',
      position: planck.Vec2(at[0] + x, at[1] + y),
      angle: part.angle,
    });
    const { density, friction } = part;
    const filter = { filterCategoryBits: CREATURE, filterMaskBits: GROUND };
    body.createFixture({ shape: shapeOf(part), density, friction, restitution: 0, ...filter });
    return body;
  });
}

/** Creates the joints in the plan's order, without motor torque. */
export function createJoints(world: World, plan: BodyPlan, bodies: readonly Body[], at: Point): RevoluteJoint[] {
  const part = (name: string) => bodies[plan.parts.findIndex((p) => p.name === name)]!;
  return plan.joints.map(({ parent, child, anchor: [x, y], sockets, limits: [lowerAngle, upperAngle] }) => {
    const options = { enableMotor: true, enableLimit: true, lowerAngle, upperAngle, maxMotorTorque: 0, motorSpeed: 0 };
    if (sockets === undefined) {
      const anchor = planck.Vec2(at[0] + x, at[1] + y);
      return world.createJoint(new planck.RevoluteJoint(options, part(parent), part(child), anchor)) as RevoluteJoint;
    }
    const [localAnchorA, localAnchorB] = sockets.map(([u, w]) => planck.Vec2(u, w)) as [Vec2Value, Vec2Value];
    const anchored = { ...options, localAnchorA, localAnchorB };
    return world.createJoint(new planck.RevoluteJoint(anchored, part(parent), part(child))) as RevoluteJoint;
  });
}

type Vec2Value = ReturnType<typeof planck.Vec2>;
