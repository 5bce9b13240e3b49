/** planck's UMD build has no declarations of its own; its default export is what the ESM build exports by name. */
declare module 'planck/dist/planck.js' {
  import * as planck from 'planck';
  export default planck;
}
