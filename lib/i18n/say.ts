/** Makes the sentence of a key of one namespace, in one language. */
export type Say = (key: string, params?: Record<string, string | number>) => string;
