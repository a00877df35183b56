import type { TargetInput } from "@/lib/domain/registries/target";

type FixSample = { readonly text: string; readonly target?: TargetInput };

const mirror = (...lines: string[]) =>
  `mirrors:\n  quay.io:\n    endpoint:\n      - https://h.corp\n${lines.map((line) => `${line}\n`).join("")}`;
const endpoint = (url: string) => `mirrors:\n  quay.io:\n    endpoint:\n      - ${url}\n`;
const rule = (line: string) => mirror("    rewrite:", `      ${line}`);
const auth = (host: string, ...lines: string[]) =>
  `configs:\n  ${host}:\n    auth:\n${lines.map((line) => `      ${line}\n`).join("")}`;
const twice = "mirrors:\n  a.b:\n    endpoint: [https://h.corp]\n  a.b:\n    endpoint: [https://i.corp]\n";
const anyMirror = 'mirrors:\n  "*":\n    endpoint:\n      - https://h.corp\n';
const ca = "{ca_file: /a.crt}";

/** For each kind of fix a text in which it is offered, as a person would type it. */
export const fixSamples: Readonly<Record<string, FixSample>> = {
  write: { text: endpoint("htps://h.corp") },
  "write-2": { text: endpoint("h.corp:5000") },
  "write-pattern": { text: rule("'^library/.*': 'x/$1'") },
  "add-colon": { text: "mirrors:\n  quay.io\n    endpoint: [https://h.corp]\n" },
  "add-hub": { text: "# empty\nmirrors: {}\n", target: { embeddedRegistry: true } },
  "copy-settings": { text: `${endpoint("https://i.corp")}configs:\n  "*":\n    tls: ${ca}\n` },
  "encode-auth": { text: auth("h.corp", "auth: 'me:secret'") },
  "keep-first": { text: twice },
  "keep-last": { text: twice },
  "make-endpoint": { text: "mirrors:\n  quay.io: https://h.corp\n" },
  "make-list": { text: "mirrors:\n  quay.io:\n    endpoint: https://h.corp\n" },
  "merge-entries": { text: twice },
  "move-auths": { text: "auths:\n  h.corp:\n    username: u\n" },
  "move-to-top": { text: `mirrors:\n  quay.io:\n  configs:\n    h.corp:\n      tls: ${ca}\n` },
  "move-under": { text: "configs:\n  h.corp:\n    insecure_skip_verify: true\n" },
  "narrow-punctuation": { text: 'mirrors：\n  quay.io：\n    endpoint： ["https://h.corp"]\n' },
  "normalize-blanks": { text: "mirrors:\n\u00A0 quay.io:\n" },
  "own-endpoint": { text: rule("^(.*): x/$1").replace("h.corp", "quay.io") },
  quote: { text: auth("h.corp", "username: u", "password: a #b") },
  "quote-star": { text: "mirrors:\n  * : {endpoint: [https://h.corp]}\n" },
  "remove-control": { text: auth("h.corp", "username: u", 'password: "a\\x01b"') },
  "remove-endpoint": { text: "mirrors: {quay.io: {endpoint: [https://h.corp, 'https://h.corp/']}}\n" },
  "remove-field": { text: "x: 1\nmirrors:\n  quay.io:\n" },
  "remove-rest": { text: `${mirror()}---\nconfigs:\n` },
  "remove-settings": {
    text: mirror("configs:", "  quay.io:", "  h.corp:"),
    target: { disableDefaultRegistryEndpoint: true },
  },
  "remove-tls": { text: `${endpoint("http://h.corp")}configs:\n  h.corp:\n    tls: ${ca}\n` },
  "remove-wildcard": { text: auth('"*"', "username: u") },
  "space-colon": { text: auth("h.corp", "username:u", "password:p") },
  "split-endpoints": { text: endpoint("https://h.corp, http://i.corp:5000") },
  "spread-wildcard": { text: `${anyMirror}configs:\n  "*":\n    tls: ${ca}\n` },
  "straight-quotes": { text: auth("h.corp", "username: “a b”") },
  "tabs-to-spaces": { text: "mirrors:\n\tquay.io:\n\t\tendpoint: [https://h.corp]\n" },
  unescape: {
    text: auth("h.corp", "username: _json_key", `password: '{\\"type\\": \\"service_account\\"}'`),
  },
  unquote: { text: 'configs: {h.corp: {tls: {insecure_skip_verify: "false"}}}\n' },
};
