import type { Cases } from "./case";
import { endpointCases } from "./endpoints";
import { fileCases } from "./files";
import { hostCases } from "./hosts";
import { keyCases } from "./keys";
import { nodeCases } from "./nodes";
import { rewriteCases } from "./rewrites";
import { yamlCases } from "./yaml";

/** The cases of every rule. */
export const allCases: Cases = {
  ...yamlCases,
  ...keyCases,
  ...endpointCases,
  ...rewriteCases,
  ...hostCases,
  ...nodeCases,
  ...fileCases,
};
