/** Letters of what a person writes down for others to read later. */
export const reasonLength = { least: 3, most: 500 } as const;
