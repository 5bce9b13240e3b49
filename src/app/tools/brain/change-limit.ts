/** How many knobs the link of a challenge allows to change, as in `?changes=10`; undefined in any other link. */
export function changeLimit(): number | undefined {
  const limit = Number(new URLSearchParams(location.search).get('changes'));
  return Number.isInteger(limit) && limit > 0 ? limit : undefined;
}
