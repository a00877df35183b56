// The process that is measured; started by push-run.mjs.
import { pathToFileURL } from "node:url";

const [, , program = "", order = "{}"] = process.argv;
const { bench } = await import(pathToFileURL(program).href);
await bench(JSON.parse(order), console.log);
process.exit(0);
