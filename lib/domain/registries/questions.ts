import * as z from "zod/mini";
import { assumptions } from "./explain/explanation";
import { largestFile } from "./largest-file";
import { textToBytes } from "./yaml/utf8";

/** The limit counts bytes, as a file has them; a text of more characters is refused for those already. */
const fits = (text: string) => text.length > largestFile || textToBytes(text).length <= largestFile;

/** The text of a `registries.yaml`. */
export const yamlSchema = z.string().check(z.maxLength(largestFile), z.refine(fits, "file-too-long"));

/** JSON writes a control character of the text as six bytes; the rest is what stands around it. */
export const largestQuestion = 6 * largestFile + 64 * 1024;

export const imageSchema = z.string().check(z.maxLength(4096));

/** Answers that are taken for granted, by the number of the attempt. */
export const assumeSchema = z.record(z.string().check(z.regex(/^[1-9]\d{0,5}$/)), z.enum(assumptions));
