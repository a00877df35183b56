import { expect, it } from "vitest";
import { checkRoutes, reading } from "./check-routes";
import { configurationRows } from "./configuration-rows";
import { nodeRows } from "./node-rows";
import { peopleRows } from "./people-rows";
import { pushRows } from "./push-rows";
import { questionRows } from "./question-rows";
import { secretRows } from "./secret-rows";

const own = { ...nodeRows, ...pushRows };
/** Those that the other files beside this one ask. */
const others = { ...configurationRows, ...questionRows, ...secretRows, ...peopleRows };

it("has a row for every route that reads something, and none that is left over", () => {
  const named = Object.keys({ ...own, ...others });
  expect(named.toSorted()).toEqual(reading.map(({ name }) => name).toSorted());
});

checkRoutes(own);
