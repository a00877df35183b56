import "server-only";

/** A definition of 20,000 mirrors with two endpoints each is about 6 MiB of JSON. */
export const definitionBytes = 16 * 1024 * 1024;
