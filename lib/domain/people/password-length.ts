/** In characters, as people count them: code points. */
export const passwordLength = { min: 12, max: 128 } as const;
