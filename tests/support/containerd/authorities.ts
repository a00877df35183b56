import { join } from "node:path";
import { opensslFolder } from "@/tests/support/certificates";
import type { Signer } from "./behaviour";

type Pair = { cert: string; key: string };

/** Certificates of servers and clients, each with the authority that signed it; paths on this machine and texts. */
export type Authorities = {
  /** What stands for the authorities the system knows. */
  systemFile: string;
  caFile: string;
  client: Pair;
  server: (signer: Signer) => Pair;
  clientCa: string;
};

const signers: readonly Signer[] = ["public", "corp", "unknown"];
const names = "DNS:*.test,DNS:registry-1.docker.io,DNS:quay.io,DNS:localhost,IP:127.30.40.50";

/** Made once for a test file, in a folder that goes with it. */
export function makeAuthorities(): Authorities {
  const { run, read, makeCa, folder } = opensslFolder();
  for (const signer of signers) {
    makeCa(signer);
    for (const kind of signer === "corp" ? ["server", "client"] : ["server"]) sign(signer, kind);
  }

  function sign(signer: Signer, kind: string) {
    const name = `${signer}-${kind}`;
    const key = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-keyout", `${name}.key`];
    const subject = ["-subj", `/CN=${name}`, "-addext", `subjectAltName=${names}`];
    run("req", ...key, ...subject, "-out", `${name}.csr`);
    const by = ["-CA", `${signer}.crt`, "-CAkey", `${signer}.key`, "-CAcreateserial"];
    run("x509", "-req", "-in", `${name}.csr`, ...by, "-copy_extensions", "copy", "-out", `${name}.crt`);
  }

  const file = (name: string) => join(folder, name);
  const pairs = new Map(
    signers.map((signer) => {
      const name = `${signer}-server`;
      return [signer, { cert: read(`${name}.crt`), key: read(`${name}.key`) }];
    }),
  );
  return {
    systemFile: file("public.crt"),
    caFile: file("corp.crt"),
    client: { cert: file("corp-client.crt"), key: file("corp-client.key") },
    clientCa: read("corp.crt"),
    server: (signer) => pairs.get(signer) ?? { cert: "", key: "" },
  };
}
