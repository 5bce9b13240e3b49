/** The message of what was thrown. */
export const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** The message of what was thrown, as a sentence. */
export const sentenceOf = (error: unknown): string => reasonOf(error).replace(/(?<![.?!])$/, '.');
