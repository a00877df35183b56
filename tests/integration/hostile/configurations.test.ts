import { checkRoutes } from "./check-routes";
import { configurationRows } from "./configuration-rows";
import { questionRows } from "./question-rows";

checkRoutes({ ...configurationRows, ...questionRows });
