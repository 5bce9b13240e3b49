/** Why a test is not among those of `npm run test:unit`; `npm test` runs all of them. */
export const tags = [
  {
    name: 'slow',
    description: 'Takes half a second or more on a quiet core: many generations, many seeds or thousands of inputs.',
  },
  { name: 'built', description: 'Needs the built program in dist.' },
  { name: 'alone', description: 'Needs modules that no other test has loaded, such as planck as it comes.' },
];
