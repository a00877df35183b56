import "server-only";
import { promisify } from "node:util";
import { gzip } from "node:zlib";
import { ustar } from "@/lib/domain/formats/ustar";
import type { ConfigurationExport } from "./export-configuration";

const answer = (body: BodyInit, type: string, name: string): Response =>
  new Response(body, {
    headers: {
      "content-type": type,
      "content-disposition": `attachment; filename="${name}"`,
      "cache-control": "no-store",
      "x-content-type-options": "nosniff",
    },
  });

const yaml = "text/yaml; charset=utf-8";

/** The answer that a browser saves as `registries.yaml` and nobody keeps on the way. */
export const registriesFile = (text: string): Response => answer(text, yaml, "registries.yaml");

const compress = promisify(gzip);

/** The same for every format of the export. An archive is packed in memory: it may hold private keys. */
export const exportResponse = async ({ file, seconds }: ConfigurationExport): Promise<Response> => {
  if (file.kind === "text") return answer(file.text, yaml, file.name);
  const packed = await compress(ustar(file.entries, seconds));
  return answer(new Uint8Array(packed), "application/gzip", file.name);
};
