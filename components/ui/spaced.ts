/** Chinese texts have a space between figures and characters, which the locale data of browsers leaves out. */
export const spaced = (text: string): string => text.replace(/(\d)(?=\p{Script=Han})/gu, "$1 ");
