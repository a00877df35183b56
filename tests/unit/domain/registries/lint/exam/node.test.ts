import { type ExamCase, embedded, k3s, noDefault, rke2, y } from "./case";
import { exam } from "./judge";

const M = "https://m.example.com";
const STAR = `mirrors:\n  "*":\n    endpoint: [${M}]\n`;
const LOGIN = 'configs:\n  a.corp:\n    auth: { username: u, password: "{{secret:a.password}}" }\n';
const both = { ...noDefault, ...embedded };

/** What depends on the node: rows 42 to 47, 50 to 56. */
const nodeCases: readonly ExamCase[] = [
  {
    name: "42 a configs key keeps the default endpoint",
    text: y`
      mirrors:
        quay.io:
          endpoint: [https://m.example.com]
      configs:
        quay.io:
          tls: { ca_file: /a.crt }
      `,
    target: noDefault,
    hits: ["nodefault-ineffective warning 2 mirrors|quay.io"],
  },
  {
    name: "42 even one with nothing in it",
    text: 'mirrors:\n  docker.io:\n    endpoint: ["https://m.example.com"]\nconfigs:\n  docker.io:\n',
    target: noDefault,
    hits: ["nodefault-ineffective warning 2 mirrors|docker.io"],
  },
  {
    name: "42 no endpoints",
    text: "mirrors:\n  quay.io:\n",
    target: noDefault,
    hits: ["nodefault-ineffective warning 2 mirrors|quay.io"],
  },
  {
    name: "42 only endpoints K3s skips",
    text: 'mirrors:\n  quay.io:\n    endpoint: ["https://a b"]\n',
    target: noDefault,
    hits: ["nodefault-ineffective warning 2 mirrors|quay.io"],
  },
  {
    name: "42 no endpoints but peers",
    text: "mirrors:\n  quay.io:\n",
    target: both,
    clean: ["nodefault-ineffective"],
  },
  {
    name: "42 endpoints and no key",
    text: `mirrors:\n  quay.io:\n    endpoint: [${M}]\n`,
    target: noDefault,
    clean: ["nodefault-ineffective"],
  },
  {
    name: "42 the registry itself is listed",
    text: 'mirrors:\n  quay.io:\n    endpoint: ["https://m.example.com", "https://quay.io"]\nconfigs:\n  quay.io:\n    tls: { ca_file: /a.crt }\n',
    target: noDefault,
    clean: ["nodefault-ineffective"],
  },
  {
    name: "42 registries that stand nowhere",
    text: `mirrors:\n  quay.io:\n    endpoint: [${M}]\n`,
    target: noDefault,
    hits: ["nodefault-unlisted info 1 mirrors"],
  },
  { name: "42 all registries stand there", text: STAR, target: noDefault, clean: ["nodefault-unlisted"] },
  { name: "42 the flag is off", text: "mirrors:\n  quay.io:\n", clean: ["nodefault-ineffective"] },
  {
    name: "42 a wildcard's own key does not keep it",
    text: `${STAR}configs:\n  "*":\n    tls: { insecure_skip_verify: true }\n`,
    target: noDefault,
    clean: ["nodefault-ineffective"],
  },
  ...["v1.28.6", "v1.28.7", "v1.29.2"].map((version) => ({
    name: `44 no fallback for * on ${version}`,
    text: STAR,
    target: k3s(version),
    hits: ["wildcard-no-fallback error 2 mirrors|*"],
  })),
  {
    name: "44 mended in March 2024",
    text: STAR,
    target: k3s("v1.28.8"),
    clean: ["wildcard-no-fallback", "wildcard-2.0.2"],
  },
  ...["v1.31.6", "v1.32.2"].map((version) => ({
    name: `45 ${version}`,
    text: STAR,
    target: k3s(version),
    hits: ["wildcard-2.0.2 error 2 mirrors|*"],
  })),
  {
    name: "45 on RKE2",
    text: STAR,
    target: { ...rke2, version: "v1.32.2+rke2r1" },
    hits: ["wildcard-2.0.2 error 2 mirrors|*"],
  },
  ...["v1.31.5", "v1.31.7", "v1.32.1", "v1.32.3", "v1.33.0"].map((version) => ({
    name: `45 not ${version}`,
    text: STAR,
    target: k3s(version),
    clean: ["wildcard-2.0.2"],
  })),
  {
    name: "45 a named registry",
    text: `mirrors:\n  quay.io:\n    endpoint: [${M}]\n`,
    target: k3s("v1.32.2"),
    clean: ["wildcard-2.0.2"],
  },
  {
    name: "45 no fallback is wanted",
    text: STAR,
    target: { ...k3s("v1.32.2"), ...noDefault },
    clean: ["wildcard-2.0.2"],
  },
  {
    name: "46 nothing to share",
    text: "configs:\n  a.corp: {}\n",
    target: embedded,
    hits: ["embedded-no-mirrors warning"],
  },
  { name: "46 an empty file", text: "", target: embedded, hits: ["embedded-no-mirrors warning 1 mirrors"] },
  {
    name: "46 a null section",
    text: "mirrors:\n",
    target: embedded,
    hits: ["embedded-no-mirrors warning 1"],
  },
  {
    name: "46 one registry",
    text: "mirrors:\n  docker.io:\n",
    target: embedded,
    clean: ["embedded-no-mirrors"],
  },
  { name: "46 embedded off", text: "configs:\n  a.corp: {}\n", clean: ["embedded-no-mirrors"] },
  {
    name: "47 older RKE2 does not start",
    text: "configs:\n  a.corp: {}\n",
    target: { ...rke2, ...embedded, version: "v1.34.1+rke2r1" },
    hits: ["embedded-no-mirrors error"],
  },
  {
    name: "47 newer RKE2 does",
    text: "configs:\n  a.corp: {}\n",
    target: { ...rke2, ...embedded, version: "v1.36.2+rke2r1" },
    hits: ["embedded-no-mirrors warning"],
  },
  {
    name: "50 a template of one's own",
    text: LOGIN,
    target: { userTemplate: true },
    hits: ["template-no-base warning 3 configs"],
  },
  {
    name: "50 no login to leave out",
    text: STAR,
    target: { userTemplate: true },
    clean: ["template-no-base"],
  },
  { name: "50 no template", text: LOGIN, clean: ["template-no-base"] },
  {
    name: "55 TLS without a mirror in March 2024",
    text: "configs:\n  a.corp:\n    tls: { ca_file: /a.crt }\n",
    target: k3s("v1.28.8"),
    hits: ["tls-without-endpoint warning 2 configs|a.corp|tls"],
  },
  {
    name: "55 mended in April",
    text: "configs:\n  a.corp:\n    tls: { ca_file: /a.crt }\n",
    target: k3s("v1.28.9"),
    clean: ["tls-without-endpoint"],
  },
  {
    name: "55 with a mirror",
    text: `mirrors:\n  a.corp:\n    endpoint: [${M}]\nconfigs:\n  a.corp:\n    tls: { ca_file: /a.crt }\n`,
    target: k3s("v1.28.8"),
    clean: ["tls-without-endpoint"],
  },
];

exam("node", nodeCases);
