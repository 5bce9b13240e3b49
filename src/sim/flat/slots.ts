// Where each number of a world lies in its memory: F holds doubles, I whole numbers. A record of part k begins at
// PARTS + k * PART in F and at PARTS_I + k * PART_I in I, and likewise for joints, contacts and pieces of ground. Box2D's names
// of fields are given where they say more.

/** Most parts and contacts that a world has room for. */
export const MAX_PARTS = 32;
export const MAX_CONTACTS = 128;
/** Most corners of a polygon, planck's Settings.maxPolygonVertices. */
export const MAX_CORNERS = 12;

// ---- The world, in F
/** Length of a step, s; gravity, upwards, m/s²; ratio of this step's length to the last one's, 0 in the first step. */
export const W_DT = 0;
export const W_GRAVITY = 1;
export const W_DT_RATIO = 2;
/** Time in the step up to which the body of chain and blocks has advanced (sweep.alpha0). */
export const W_ALPHA = 3;
/** Velocity x, y, w and position x, y, angle of each part while its island is solved (c_velocity, c_position). */
export const VELOCITY = 64;
export const POSITION = 160;
/** A polygon's corners in the frame of the other shape, 4 numbers each; clipped points, 2 numbers each. */
export const TURNED = 256;
export const CLIPPED = 320;
/** Simplex of the distance algorithm; time of impact. */
export const SIMPLEX = 336;
export const IMPACT = 368;

// ---- The world, in I
export const W_PARTS = 0;
export const W_JOINTS = 1;
/** Pieces of ground: rocks, then the line, then blocks; index of the first piece of the line and of the first block. */
export const W_PIECES = 2;
export const W_LINE = 3;
export const W_BLOCKS = 4;
/** First contact in the world's list, first unused one, and whether the world has left what the core can do. */
export const W_CONTACTS = 5;
export const W_FREE = 6;
export const W_HAS_LEFT = 7;
/** Whether no step was made yet; whether parts may sleep; whether collision is continuous. */
export const W_IS_NEW = 8;
export const W_SLEEPS = 9;
export const W_CONTINUOUS = 10;
export const W_VELOCITY_ITERATIONS = 11;
export const W_POSITION_ITERATIONS = 12;
/** The island: the part from which it was found, or -1, and how many parts, joints and contacts it has. */
export const W_SEED = 13;
export const W_ISLAND_PARTS = 14;
export const W_ISLAND_JOINTS = 15;
export const W_ISLAND_CONTACTS = 16;
/** The island's parts, joints and contacts in the order in which they are solved; a stack. */
export const ISLAND_PARTS = 64;
export const ISLAND_JOINTS = 96;
export const ISLAND_CONTACTS = 128;
export const STACK = 256;
/** For end 2j or 2j + 1 of joint j: the next end in its part's list, or -1. */
export const NEXT_END = 288;
/** Features of clipped points; of the simplex; of the time of impact. */
export const CLIPPED_I = 352;
export const SIMPLEX_I = 400;
export const IMPACT_I = 416;

// ---- Corner of a polygon: the side that begins there has the outward normal and its distance from the frame's origin
export const CORNER = 5;
export const K_X = 0;
export const K_Y = 1;
export const K_NX = 2;
export const K_NY = 3;
export const K_OFFSET = 4;

// ---- Part, in F
export const PARTS = 512;
export const PART = 104;
/** Centre of mass and angle at the end of the step (sweep.c, a), at its beginning (c0, a0), and that time (alpha0). */
export const P_CX = 0;
export const P_CY = 1;
export const P_ANGLE = 2;
export const P_C0X = 3;
export const P_C0Y = 4;
export const P_ANGLE0 = 5;
export const P_ALPHA = 6;
/** Centre of mass in the part's frame (localCenter). */
export const P_LX = 7;
export const P_LY = 8;
/** The part's frame now (m_xf) and where its sweep begins. */
export const P_X = 9;
export const P_Y = 10;
export const P_SIN = 11;
export const P_COS = 12;
export const P_OLD_X = 13;
export const P_OLD_Y = 14;
export const P_OLD_SIN = 15;
export const P_OLD_COS = 16;
export const P_VX = 17;
export const P_VY = 18;
export const P_W = 19;
export const P_INV_MASS = 20;
export const P_INV_I = 21;
export const P_FX = 22;
export const P_FY = 23;
export const P_TORQUE = 24;
/** Time at rest, s. */
export const P_REST = 25;
/** Bounds in the broad phase, widened: left, bottom, right, top; and those of the sweep itself. */
export const P_FAT = 26;
export const P_SWEPT = 30;
/** Friction against the ground; rounding of the shape; its centroid. */
export const P_FRICTION = 34;
export const P_RADIUS = 35;
export const P_CENTROID_X = 36;
export const P_CENTROID_Y = 37;
/** An angle with its sine and cosine. */
export const P_TURN = 38;
export const P_TURN_SIN = 39;
export const P_TURN_COS = 40;
/** Distance of the farthest corner from the centre of mass. */
export const P_REACH = 41;
export const P_CORNERS = 44;

// ---- Part, in I
export const PARTS_I = 448;
export const PART_I = 9;
/** First contact of the part, or -1. */
export const P_CONTACTS = 0;
/** 1 for a circle, whose corner is its centre. */
export const P_CORNER_COUNT = 1;
export const P_AWAKE = 2;
/** Number of contacts that touch; 1 from the begin of a contact to the end of any; 1 after the first. */
export const P_TOUCHES = 3;
export const P_FLAG = 4;
export const P_EVER = 5;
/** Whether it left its bounds in the broad phase. */
export const P_MOVED = 6;
export const P_IN_ISLAND = 7;
/** First end of a joint at this part, or -1. */
export const P_ENDS = 8;

/** Joints, contacts and pieces of ground: their records are in joint-slots.ts and contact-slots.ts. */
export const JOINTS = 3840;
export const JOINTS_I = 736;
export const CONTACTS = 5120;
export const CONTACTS_I = 864;
export const GROUND = 10240;
export const GROUND_I = 3200;
