import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { opensslFolder } from "@/tests/support/certificates";

export type Pair = { cert: string; key: string };
type Signing = {
  by: string;
  san?: string;
  subject?: string;
  ca?: boolean;
  days?: [from: string, to: string];
};

const curve = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes"];

/** Certificates of every kind a registry may show, made by OpenSSL for one test file. */
export function makeAuthority() {
  const { run, read, folder } = opensslFolder();
  const write = (name: string, text: string) => writeFileSync(join(folder, name), text);
  const pairOf = (name: string): Pair => ({ cert: read(`${name}.crt`), key: read(`${name}.key`) });
  write("database", "");
  write("serial.ca", "1000\n");

  return {
    /** An authority of its own; the same subject may be made twice, with two keys. */
    authority(name: string, subject: string): Pair {
      const files = ["-keyout", `${name}.key`, "-out", `${name}.crt`];
      run("req", "-x509", ...curve, "-subj", subject, "-days", "30", ...files);
      return pairOf(name);
    },
    selfSigned(name: string, san: string): Pair {
      const files = ["-keyout", `${name}.key`, "-out", `${name}.crt`];
      const extensions = [
        "-addext",
        `subjectAltName=${san}`,
        "-addext",
        "basicConstraints=critical,CA:FALSE",
      ];
      run("req", "-x509", ...curve, "-subj", `/CN=${name}`, "-days", "30", ...extensions, ...files);
      return pairOf(name);
    },
    signed(name: string, { by, san, subject = `/CN=${name}`, ca = false, days }: Signing): Pair {
      run("req", ...curve, "-subj", subject, "-keyout", `${name}.key`, "-out", `${name}.csr`);
      const names = san ? `subjectAltName=${san}\n` : "";
      write(`${name}.ext`, `basicConstraints=critical,CA:${ca ? "TRUE" : "FALSE"}\n${names}`);
      if (days) {
        const policy = `[ca]\ndefault_ca=d\n[d]\ndatabase=database\nnew_certs_dir=.\nserial=serial.ca\ndefault_md=sha256\npolicy=p\nunique_subject=no\n[p]\ncommonName=supplied\n`;
        write("dated.cnf", policy);
        const signer = ["-cert", `${by}.crt`, "-keyfile", `${by}.key`, "-extfile", `${name}.ext`];
        const dates = ["-startdate", days[0], "-enddate", days[1]];
        const files = ["-in", `${name}.csr`, "-out", `${name}.crt`];
        run("ca", "-config", "dated.cnf", "-batch", "-notext", ...signer, ...dates, ...files);
        return pairOf(name);
      }
      const signer = ["-CA", `${by}.crt`, "-CAkey", `${by}.key`, "-CAcreateserial", "-days", "30"];
      run("x509", "-req", "-in", `${name}.csr`, ...signer, "-extfile", `${name}.ext`, "-out", `${name}.crt`);
      return pairOf(name);
    },
  };
}
