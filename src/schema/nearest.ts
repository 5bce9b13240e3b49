/** Least number of letters to insert, delete, replace or exchange with their neighbour (Damerau 1964, restricted). */
export function editDistance(a: string, b: string): number {
  let before: number[] = [];
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const isSame = a[i - 1] === b[j - 1];
      let least = Math.min(row[j]! + 1, next[j - 1]! + 1, row[j - 1]! + (isSame ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) least = Math.min(least, before[j - 2]! + 1);
      next.push(least);
    }
    [before, row] = [row, next];
  }
  return row[b.length]!;
}

/** Maximum length of words that are compared; longer ones are not typing errors. */
const LONGEST = 60;

/** The option that a mistyped word most likely means, the first of equals; undefined when none is near. */
export function nearest(word: string, options: readonly string[]): string | undefined {
  if (word.length > LONGEST) return undefined;
  const plain = (text: string) => text.toLowerCase().replace(/[-_ ]/g, '');
  let best: string | undefined;
  // A third of the letters may be wrong, of short words one.
  let limit = Math.max(1, Math.floor(word.length / 3)) + 1;
  for (const option of options) {
    const distance = plain(word) === plain(option) ? 0 : editDistance(word, option);
    if (distance < limit && distance < option.length) [best, limit] = [option, distance];
  }
  return best;
}

/** A question behind a sentence on an unknown word; empty when no option is near. */
export function didYouMean(word: string, options: readonly string[]): string {
  const found = nearest(word, options);
  return found === undefined ? '' : `; did you mean ${found}?`;
}

/**
 * As `didYouMean`, for the path of a setting such as `task.difficulty`, whose section, key or both may be mistyped, or whose
 * section may be missing. Paths without a dot are whole.
 */
export function didYouMeanPath(path: string, paths: readonly string[]): string {
  const meant = path.includes('.') ? nearestInSection(path, paths) : nearestAlone(path, paths);
  return meant === undefined ? '' : `; did you mean ${meant}?`;
}

const sectionOf = (path: string) => path.slice(0, path.indexOf('.'));
const keyOf = (path: string) => path.slice(path.indexOf('.') + 1);

function nearestInSection(path: string, paths: readonly string[]): string | undefined {
  const [section, key] = [sectionOf(path), keyOf(path)];
  const meant = nearest(section, [...new Set(paths.map((each) => (each.includes('.') ? sectionOf(each) : each)))]);
  const inSection = paths.filter((each) => each.startsWith(`${meant}.`)).map(keyOf);
  const near = meant && nearest(key, inSection);
  if (near) return `${meant}.${near}`;
  const elsewhere = paths.filter((each) => keyOf(each) === key);
  if (elsewhere.length === 1) return elsewhere[0];
  return meant === section ? undefined : meant;
}

function nearestAlone(word: string, paths: readonly string[]): string | undefined {
  const near = nearest(word, paths.map(keyOf));
  const found = paths.filter((each) => keyOf(each) === near);
  return found.length === 1 ? found[0] : undefined;
}
