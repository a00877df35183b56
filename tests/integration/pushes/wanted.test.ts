import { expect, it } from "vitest";
import { getWantedWithSecrets } from "@/lib/server/pushes/wanted";
import { temporaryDatabase } from "@/tests/support/database";
import { definitionOf } from "@/tests/support/definitions";

temporaryDatabase();

it("asks nodes for the paths that can be asked for, each once", async () => {
  const yaml = `configs:
  a:
    tls: {ca_file: /etc/ca.pem, cert_file: "/etc/blank.pem ", key_file: relative.pem}
  b:
    tls: {ca_file: /etc/ca.pem}
`;
  expect((await getWantedWithSecrets(definitionOf(yaml), [], [])).requiredPaths).toEqual(["/etc/ca.pem"]);
});
