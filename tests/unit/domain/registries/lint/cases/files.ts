import { type Cases, host, hub, rewriting } from "./case";

const long = "x".repeat(65_536);
const rules = Array.from({ length: 300 }, (_, index) => `"^${index}${"a".repeat(100)}": b`);
const many = Array.from({ length: 300 }, (_, index) => `      - https://h${index}.corp`).join("\n");
const crowded = (count: number) =>
  `mirrors:\n  quay.io:\n    endpoint:\n${many}\n    rewrite:\n${rules
    .slice(0, count)
    .map((rule) => `      ${rule}\n`)
    .join("")}`;

export const fileCases: Cases = {
  "file-not-written": {
    hits: [
      host("h.corp", "auth", `password: ${long}`),
      [host("h.corp", "auth", `password: ${long}`), { distribution: "rke2" }],
      host("h.corp", "tls", `ca_file: /${long}`),
      host("h.corp", "tls", `cert_file: &a /${"x".repeat(32_768)}`, "key_file: *a"),
      host("h.corp", "auth", `password: "${"\u200b".repeat(10_921)}"`),
      hub(`https://h.corp/${long}`),
      hub(`https://h.corp/${"\u955c".repeat(7_290)}`),
      rewriting(`"^a": ${long}`),
      `mirrors:\n  ${"a".repeat(256)}:\n    endpoint: [https://h.corp]\n`,
    ],
    misses: [
      host("h.corp", "auth", `password: ${"x".repeat(65_520)}`),
      [host("h.corp", "auth", `password: ${long}`), { version: "v1.30.4+k3s1" }],
      host("h.corp", "auth", `password: ${"x".repeat(3000)}`),
      `mirrors:\n  ${"a".repeat(255)}:\n    endpoint: [https://h.corp]\n`,
      `mirrors:\n  ${"a".repeat(256)}:\n`,
    ],
  },
  "file-too-large": { hits: [crowded(300)], misses: [crowded(200), hub("https://h.corp")] },
};
