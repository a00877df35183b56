import { checkRoutes } from "./check-routes";
import { peopleRows } from "./people-rows";
import { secretRows } from "./secret-rows";

checkRoutes({ ...secretRows, ...peopleRows });
