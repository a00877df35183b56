/** Without a byte order mark, and with one kind of line end. */
export const tidy = (text: string) => text.replace(/^\ufeff/, "").replace(/\r\n?/g, "\n");
