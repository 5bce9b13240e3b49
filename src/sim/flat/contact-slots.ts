// Slots of a contact's record and of a piece of ground; see slots.ts. A contact is between a piece of ground, Box2D's A, which
// has no mass, never moves and whose frame is the world's, and a part, B.

// ---- Contact, in F
export const CONTACT = 38;
/** Time of impact as a share of the step (m_toi). */
export const C_TOI = 0;
/** The manifold: its normal and point in the frame of the shape that has the face. */
export const C_LOCAL_NX = 1;
export const C_LOCAL_NY = 2;
export const C_LOCAL_X = 3;
export const C_LOCAL_Y = 4;
/** Two points of the manifold: x, y in the frame of the other shape, normal impulse, tangent impulse. */
export const C_POINTS = 5;
export const POINT = 4;
/** Normal in the world, from the ground to the part. */
export const C_NX = 13;
export const C_NY = 14;
/** Two points of the velocity constraint, below. */
export const C_SOLVED = 15;
export const SOLVED = 6;
export const V_RX = 0;
export const V_RY = 1;
export const V_NORMAL = 2;
export const V_TANGENT = 3;
export const V_NORMAL_MASS = 4;
export const V_TANGENT_MASS = 5;
/** The matrix of both normal constraints and its inverse. */
export const C_K11 = 27;
export const C_K12 = 28;
export const C_K22 = 29;
export const C_M11 = 30;
export const C_M12 = 31;
export const C_M22 = 32;
export const C_FRICTION = 33;

// ---- Contact, in I
export const CONTACT_I = 18;
export const C_PART = 0;
export const C_PIECE = 1;
/** Neighbours in the world's list and in the part's. */
export const C_PREV = 2;
export const C_NEXT = 3;
export const C_PART_PREV = 4;
export const C_PART_NEXT = 5;
export const C_TOUCHING = 6;
export const C_ENABLED = 7;
/** Whether the time of impact is known, and how many impacts were solved in this step (m_toiFlag, m_toiCount). */
export const C_KNOWS_TOI = 8;
export const C_TOI_COUNT = 9;
export const C_IN_ISLAND = 10;
/** Points of the manifold; points that are solved, one when both depend on each other too closely. */
export const C_COUNT = 11;
export const C_SOLVED_COUNT = 12;
export const C_TYPE = 13;
/** Two keys of the points' features (ContactID.key). */
export const C_KEYS = 14;

/** planck's ManifoldType. */
export const CIRCLES = 0;
export const FACE_A = 1;
export const FACE_B = 2;
/** planck's ContactFeatureType. */
export const VERTEX = 0;
export const FACE = 1;

// ---- Piece of ground, in F: its bounds in the broad phase
export const PIECE = 8;
export const E_LEFT = 0;
export const E_BOTTOM = 1;
export const E_RIGHT = 2;
export const E_TOP = 3;
/** Rightmost bound of all pieces of its kind up to this one, and leftmost bound from this one on. */
export const E_RIGHT_SO_FAR = 4;
export const E_LEFT_FROM_HERE = 5;
/** Time in the step up to which it has advanced, if it is a body of its own. */
export const E_ALPHA = 6;

// ---- Piece of ground, in I
export const PIECE_I = 4;
/** Index in F of its first corner, and how many it has: 2 of a piece of the line. */
export const E_CORNERS = 0;
export const E_CORNER_COUNT = 1;
/** Index in F of the time up to which its body has advanced. */
export const E_ALPHA_AT = 2;
/** Whether the line continues before and after this piece, and whether it is convex there: the sum of those that apply. */
export const E_KIND = 3;
export const HAS_BEFORE = 1;
export const HAS_AFTER = 2;
export const CONVEX_BEFORE = 4;
export const CONVEX_AFTER = 8;
