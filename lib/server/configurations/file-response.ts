import "server-only";
import { promisify } from "node:util";
import { gzip } from "node:zlib";
import { ustar } from "@/lib/domain/formats/ustar";
import { download } from "@/lib/server/download";
import type { ConfigurationExport } from "./export-configuration";

const yaml = "text/yaml; charset=utf-8";

export const registriesFile = (text: string): Response =>
  download(text, { type: yaml, name: "registries.yaml" });

const compress = promisify(gzip);

/** A file for every format of the export. An archive is packed in memory: it may hold private keys. */
export const exportResponse = async ({ file, seconds }: ConfigurationExport): Promise<Response> => {
  if (file.kind === "text") return download(file.text, { type: yaml, name: file.name });
  const packed = await compress(ustar(file.entries, seconds));
  return download(new Uint8Array(packed), { type: "application/gzip", name: file.name });
};
