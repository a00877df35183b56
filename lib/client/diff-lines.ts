import { diffArrays } from "diff";
import { diffLinesBy } from "@/lib/domain/diff/lines";

export const diffLines = diffLinesBy(diffArrays);
