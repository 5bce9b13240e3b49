/** A count with its noun: `1 generation`, `2 generations`. `many` is the plural of a noun that does not just take an s. */
export const plural = (count: number, one: string, many = `${one}s`): string => `${count} ${count === 1 ? one : many}`;
