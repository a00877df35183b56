import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll } from "vitest";

type Pair = { certificate: string; key: string };

/** Real certificates and keys, made by OpenSSL in a folder that goes with the test file. */
export const opensslFolder = () => {
  const folder = mkdtempSync(join(tmpdir(), "pullpath-openssl-"));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const run = (...args: string[]) =>
    execFileSync("openssl", args, { cwd: folder, stdio: ["ignore", "pipe", "ignore"] });
  const read = (name: string, encoding: BufferEncoding = "latin1") =>
    readFileSync(join(folder, name), encoding);

  const write = (name: string, text: string) => writeFileSync(join(folder, name), text);
  return {
    folder,
    run,
    read,
    write,
    /** A certificate authority: `<name>.crt` and `<name>.key`. */
    makeCa(name: string, days = 365): Pair {
      const subject = ["-subj", `/O=Corp/CN=${name}`, "-days", String(days)];
      run(
        "req",
        "-x509",
        "-newkey",
        "rsa:2048",
        "-nodes",
        "-keyout",
        `${name}.key`,
        "-out",
        `${name}.crt`,
        ...subject,
      );
      return { certificate: read(`${name}.crt`), key: read(`${name}.key`) };
    },
    /** A self-signed authority that is valid between two years. */
    makeDated(name: string, from: number, to: number): Pair {
      const section = "[d]\ndatabase=index\nnew_certs_dir=.\nserial=serial\ndefault_md=sha256\npolicy=p\n";
      const policy = "x509_extensions=v\n[p]\ncommonName=supplied\n[v]\nbasicConstraints=CA:TRUE\n";
      write("ca.cnf", `[ca]\ndefault_ca=d\n${section}${policy}`);
      write("index", "");
      write("serial", "01\n");
      run(
        "req",
        "-newkey",
        "rsa:2048",
        "-nodes",
        "-subj",
        `/CN=${name}`,
        "-keyout",
        `${name}.key`,
        "-out",
        "d.csr",
      );
      const dates = ["-startdate", `${from}0101000000Z`, "-enddate", `${to}0101000000Z`];
      const files = ["-keyfile", `${name}.key`, "-in", "d.csr", "-out", `${name}.crt`];
      run("ca", "-config", "ca.cnf", "-selfsign", "-batch", "-notext", ...dates, ...files);
      return { certificate: read(`${name}.crt`), key: read(`${name}.key`) };
    },
    /** A certificate signed by `ca` with a key of its own. */
    makeSigned(name: string, ca: string, algorithm: string[] = ["rsa:2048"]): Pair {
      const names = ["-addext", `subjectAltName=DNS:${name}.example.com,IP:10.0.0.7`];
      const [kind = "", ...options] = algorithm;
      const request = ["req", "-newkey", kind, ...options, "-nodes", "-subj", `/CN=${name}`, ...names];
      run(...request, "-keyout", `${name}.key`, "-out", `${name}.csr`);
      const signed = [
        "-CA",
        `${ca}.crt`,
        "-CAkey",
        `${ca}.key`,
        "-CAcreateserial",
        "-copy_extensions",
        "copy",
      ];
      run("x509", "-req", "-in", `${name}.csr`, ...signed, "-days", "90", "-out", `${name}.crt`);
      return { certificate: read(`${name}.crt`), key: read(`${name}.key`) };
    },
  };
};
