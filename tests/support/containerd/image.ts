import { createHash } from "node:crypto";
import { gzipSync } from "node:zlib";

export type Blob = { type: string; digest: string; body: Buffer };

const digestOf = (body: Buffer) => `sha256:${createHash("sha256").update(body).digest("hex")}`;
const blob = (type: string, body: Buffer): Blob => ({ type, digest: digestOf(body), body });
const json = (type: string, value: unknown) => blob(type, Buffer.from(JSON.stringify(value)));
const descriptorOf = ({ type, digest, body }: Blob) => ({ mediaType: type, digest, size: body.length });

/** An archive with nothing in it. */
const emptyTar = Buffer.alloc(1024);
const layer = blob("application/vnd.oci.image.layer.v1.tar+gzip", gzipSync(emptyTar));
const config = json("application/vnd.oci.image.config.v1+json", {
  architecture: "amd64",
  os: "linux",
  config: {},
  rootfs: { type: "layers", diff_ids: [digestOf(emptyTar)] },
});

/** A real image of one layer, which every registry of the tests has under every name. */
export const manifest = json("application/vnd.oci.image.manifest.v1+json", {
  schemaVersion: 2,
  mediaType: "application/vnd.oci.image.manifest.v1+json",
  config: descriptorOf(config),
  layers: [descriptorOf(layer)],
});

export const blobs: ReadonlyMap<string, Blob> = new Map([layer, config].map((each) => [each.digest, each]));
