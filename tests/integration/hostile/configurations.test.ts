import { checkRoutes } from "./check-routes";
import { configurationRows } from "./configuration-rows";
import { questionRows } from "./question-rows";
import { secretRows } from "./secret-rows";

checkRoutes({ ...configurationRows, ...questionRows, ...secretRows });
