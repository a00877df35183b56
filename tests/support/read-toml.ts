import { parse } from "smol-toml";

/** The reader of TOML that the import page loads. */
export const readToml = (text: string): unknown => parse(text);
