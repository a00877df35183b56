const contentOf = (text: string) =>
  text
    .split("\n")
    .filter((line) => line.trim() !== "" && !line.trimStart().startsWith("#"))
    .join("\n");

/** Whether two texts differ at most in the places of their notes. */
export const hasSameContent = (one: string, other: string): boolean => contentOf(one) === contentOf(other);
