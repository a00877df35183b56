import { type ExamCase, y } from "./case";
import { exam } from "./judge";

/** Text that K3s does not read, or that is meant for another program. */
const otherCases: readonly ExamCase[] = [
  {
    name: "Y05 configs inside mirrors",
    text: y`
      mirrors:
        quay.io:
          endpoint: [https://m.example.com]
        configs:
          m.example.com:
            auth: { username: u, password: p }
      `,
    hits: ["configs-in-mirrors error 4 mirrors|configs"],
  },
  {
    name: "Y05 configs inside a registry",
    text: y`
      mirrors:
        quay.io:
          endpoint: [https://m.example.com]
          configs:
            m.example.com:
              tls: { insecure_skip_verify: true }
      `,
    hits: ["configs-in-mirrors error 4 mirrors|quay.io|configs"],
  },
  {
    name: "Y05 a host called configs.corp",
    text: "mirrors:\n  configs.corp:\n    endpoint: [https://m.example.com]\n",
    clean: ["configs-in-mirrors"],
  },
  {
    name: "Y07 auths",
    text: y`
      auths:
        harbor.corp:
          username: u
          password: p
      `,
    hits: ["auths-unused info 1 auths"],
  },
  { name: "Y07 no auths", text: "configs:\n  auths.corp: {}\n", clean: ["auths-unused"] },
  {
    name: "Y10 two documents",
    text: y`
      mirrors:
        quay.io: {}
      ---
      configs:
        a.corp: {}
      `,
    hits: ["extra-document warning 3 "],
  },
  {
    name: "Y10 a document after an end mark",
    text: "mirrors: {}\n...\n---\nmirrors: {a.corp: {}}\n",
    hits: ["extra-document warning 3 "],
  },
  { name: "Y10 one document with its mark", text: "---\nmirrors: {}\n", clean: ["extra-document"] },
  {
    name: "Y10 dashes inside a block of text",
    text: "mirrors:\n  quay.io: {}\n# ---\n",
    clean: ["extra-document"],
  },
  {
    name: "other Docker's daemon.json",
    text: '{"registry-mirrors":["https://m.example.com"]}',
    hits: ["unknown-key warning 1 registry-mirrors", "other-file warning 1 "],
  },
  {
    name: "other Docker's config.json",
    text: '{"auths":{"https://index.docker.io/v1/":{"auth":"dTpw"}}}',
    hits: ["auths-unused info 1 auths", "other-file warning 1 "],
  },
  {
    name: "other a hosts.toml",
    text: 'server = "https://registry-1.docker.io"\n\n[host."https://m.example.com"]\n  capabilities = ["pull"]\n',
    hits: ["type error 1 ", "other-file error 1 "],
  },
  {
    name: "other a Kubernetes Secret",
    text: y`
      apiVersion: v1
      kind: Secret
      type: kubernetes.io/dockerconfigjson
      data:
        .dockerconfigjson: e30=
      `,
    hits: ["unknown-key warning 1 apiVersion", "other-file warning 1 "],
  },
];

exam("other text", otherCases);
