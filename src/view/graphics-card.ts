/** Names of the processors' own stand-ins for a graphics card. */
const STAND_INS = /swiftshader|llvmpipe|softpipe|software|basic render/i;

/**
 * Whether WebGL is computed by a graphics card. By the processor alone it is many times slower than canvas, and takes what
 * learning needs.
 */
export function hasGraphicsCard(): boolean {
  const gl = document.createElement('canvas').getContext('webgl2', { failIfMajorPerformanceCaveat: true });
  if (gl === null) return false;
  const names = gl.getExtension('WEBGL_debug_renderer_info');
  const name = String(gl.getParameter(names ? names.UNMASKED_RENDERER_WEBGL : gl.RENDERER));
  gl.getExtension('WEBGL_lose_context')?.loseContext();
  return !STAND_INS.test(name);
}
