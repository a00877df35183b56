/** All line breaks of YAML 1.1, so that no part of a note leaves its comment. */
const breaks = /\r\n|[\r\n\u0085\u2028\u2029]/;
const unprintable = /(?!\t)[\p{Cc}\p{Surrogate}\ufeff\ufffe\uffff]/gu;

/** One line of a note as it can stand in a comment. */
export const cleanNoteLine = (line: string) => line.replace(unprintable, "\ufffd").trimEnd();

export const toNoteLines = (note: string) => (note === "" ? [] : note.split(breaks).map(cleanNoteLine));
