/** So many nodes are named in a sentence; the rest is counted. */
export const mostNamed = 5;
