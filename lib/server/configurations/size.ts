import "server-only";

/** A definition of 20,000 mirrors with two endpoints each is about 6 MiB of JSON. Next cuts a body at 10 MiB. */
export const definitionBytes = 8 * 1024 * 1024;
