import type { Survey } from "./survey";

/** Of what a node lists, no more than this is kept. */
export const mostListed = 50;

export const factOf = (survey: Survey, name: string): string | null =>
  survey.facts.find((fact) => fact.name === name)?.value || null;

export const factsOf = (survey: Survey, name: string): string[] =>
  survey.facts.filter((fact) => fact.name === name).map((fact) => fact.value);

const longest = 65_536;

/** What was told under a name, as text of at most so many bytes: an honest node sends no more. */
export const textOf = (survey: Survey, name: string, most = longest): string => {
  const found = survey.texts.find((text) => text.name === name);
  return found ? new TextDecoder().decode(found.bytes.subarray(0, most)) : "";
};

/** The same as lines; what is beyond 64 KiB is left. */
export const linesOf = (survey: Survey, name: string): string[] =>
  textOf(survey, name)
    .split("\n")
    .filter((line) => line !== "");
