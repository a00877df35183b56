import { expect, it } from "vitest";
import { decode } from "@/lib/domain/registries/decode";
import { lint } from "@/lib/domain/registries/lint/lint";
import type { TargetInput } from "@/lib/domain/registries/target";
import { noDefault, y } from "./case";

type FixCase = readonly [name: string, before: string, after: string, target?: TargetInput];

const mirror = (lines: string) => `mirrors:\n  quay.io:\n    endpoint: [https://h.corp]\n${lines}`;
const rule = (line: string) => mirror(`    rewrite:\n      ${line} # rule\n`);
const endpoint = (line: string) => `mirrors:\n  quay.io:\n    endpoint:\n      - ${line} # one\n`;
const auth = (...lines: string[]) =>
  `configs:\n  h.corp:\n    auth:\n${lines.map((line) => `      ${line}\n`).join("")}`;
const LOGIN = ["username: u", 'password: "{{secret:h.password}}"'] as const;

/** The code, the fix and the whole text before and after it; "!" behind the fix means that it is safe. */
const cases: readonly FixCase[] = [
  ["type add-colon", "mirrors:\n  quay.io # here\n", "mirrors:\n  quay.io: # here\n"],
  [
    "yaml-parse add-colon",
    "mirrors:\n  quay.io\n    endpoint: [https://h]\n",
    "mirrors:\n  quay.io:\n    endpoint: [https://h]\n",
  ],
  [
    "yaml-parse tabs-to-spaces!",
    "mirrors:\n\tquay.io:\n\t\tendpoint: [https://h]\t# tab\n",
    "mirrors:\n  quay.io:\n    endpoint: [https://h]\t# tab\n",
  ],
  ["yaml-parse quote", auth("username: u", "password: @bc"), auth("username: u", "password: '@bc'")],
  ["yaml-parse quote", auth("username: u", "password: a: b"), auth("username: u", "password: 'a: b'")],
  [
    "type narrow-punctuation",
    'mirrors：\n  quay.io： # 一：二\n    endpoint： ["https://h"，"https://i"]\n',
    'mirrors:\n  quay.io: # 一：二\n    endpoint: ["https://h","https://i"]\n',
  ],
  ["type space-colon!", auth("username:u", "password:p"), auth("username: u", "password: p")],
  [
    "type make-list!",
    "mirrors:\n  quay.io:\n    endpoint: https://h # one\n",
    'mirrors:\n  quay.io:\n    endpoint: ["https://h"] # one\n',
  ],
  [
    "type make-endpoint!",
    "mirrors:\n  quay.io: https://h.corp\n",
    'mirrors:\n  quay.io: {endpoint: ["https://h.corp"]}\n',
  ],
  [
    "type unquote!",
    'configs: {h.corp: {tls: {insecure_skip_verify: "false"}}}\n',
    "configs: {h.corp: {tls: {insecure_skip_verify: false}}}\n",
  ],
  [
    "yaml-star quote-star!",
    "mirrors:\n  * : {endpoint: [https://h]} # all\n",
    'mirrors:\n  "*" : {endpoint: [https://h]} # all\n',
  ],
  [
    "yaml-nbsp normalize-blanks!",
    "mirrors:\n\u00A0 quay.io: # no\u00A0break\n",
    "mirrors:\n  quay.io: # no\u00A0break\n",
  ],
  [
    "curly-quotes straight-quotes",
    auth("username: u", "password: “a b”"),
    auth("username: u", "password: 'a b'"),
  ],
  ["plain-scalar-risk quote", auth("username: u", "password: a #b"), auth("username: u", "password: 'a #b'")],
  [
    "unknown-key write",
    "mirrors:\r\n  quay.io:\r\n    endpoints: []\r\n",
    "mirrors:\r\n  quay.io:\r\n    endpoint: []\r\n",
  ],
  [
    "unknown-key move-under",
    auth("username: u", "password: p").replace(/^ {6}/gm, "    "),
    auth("username: u", "password: p"),
  ],
  [
    "unknown-key move-under",
    "configs:\n  h.corp:\n    insecure_skip_verify: true # why\n",
    "configs:\n  h.corp:\n    tls:\n      insecure_skip_verify: true # why\n",
  ],
  ["unknown-key remove-field", "x: 1 # gone\nmirrors:\n", "mirrors:\n"],
  ["auth-token write", auth("token: t"), auth("identity_token: t")],
  ["auth-base64 encode-auth", auth("auth: 'me:secret'"), auth("auth: 'bWU6c2VjcmV0'")],
  ["auth-no-password remove-field", auth("username: u", "auth: bWU6c2VjcmV0"), auth("auth: bWU6c2VjcmV0")],
  [
    "auths-unused move-auths",
    "auths:\n  h.corp:\n    username: u\n",
    'configs:\n  "h.corp":\n    auth:\n      username: "u"\n',
  ],
  ["extra-document remove-rest!", "mirrors:\n---\nconfigs:\n", "mirrors:\n"],
  [
    "configs-in-mirrors move-to-top",
    "mirrors:\n  quay.io:\n  configs:\n    h.corp:\n      tls: {ca_file: /a}\n",
    "mirrors:\n  quay.io:\nconfigs:\n  h.corp:\n    tls: {ca_file: /a}\n",
  ],
  ["key-scheme write!", "mirrors:\n  https://quay.io/v2:\n", "mirrors:\n  quay.io:\n"],
  [
    "key-path write",
    "configs:\n  h.corp/v2: {tls: {ca_file: /a}}\n",
    "configs:\n  h.corp: {tls: {ca_file: /a}}\n",
  ],
  ["key-character write", "mirrors:\n  “quay。io”:\n", "mirrors:\n  quay.io:\n"],
  ["hub-alias-key write!", "mirrors:\n  'index.docker.io':\n", "mirrors:\n  'docker.io':\n"],
  [
    "hub-auth-key write!",
    auth(...LOGIN).replace("h.corp", "docker.io"),
    auth(...LOGIN).replace("h.corp", "registry-1.docker.io"),
  ],
  ["config-key-unused write", mirror(auth(...LOGIN).replace("h.corp", "quay.io")), mirror(auth(...LOGIN))],
  ["port-mismatch write", mirror(auth(...LOGIN).replace("h.corp", "h.corp:443")), mirror(auth(...LOGIN))],
  ["endpoint-scheme write", endpoint("htps://h.corp"), endpoint("https://h.corp")],
  ["endpoint-scheme write", endpoint("http:/h.corp"), endpoint("http://h.corp")],
  [
    "endpoint-space split-endpoints",
    endpoint("https://h.corp, http://i.corp:5000"),
    endpoint("https://h.corp\n      - http://i.corp:5000"),
  ],
  ["endpoint-character write", endpoint("https：//h。corp；"), endpoint("https://h.corp")],
  ["endpoint-userinfo write", endpoint("https://u:p@h.corp/v2/x"), endpoint("https://h.corp/v2/x")],
  ["endpoint-query write!", endpoint("https://h.corp?ns=x"), endpoint("https://h.corp")],
  [
    "endpoint-empty remove-endpoint",
    "mirrors:\n  quay.io:\n    endpoint:\n      - https://h.corp # one\n      - # two\n",
    endpoint("https://h.corp"),
  ],
  ["no-scheme write-2", endpoint("h.corp:5000"), endpoint("http://h.corp:5000")],
  ["path-without-v2 write", endpoint("https://h.corp/hub/"), endpoint("https://h.corp/v2/hub")],
  [
    "path-without-v2 write",
    endpoint("https://h.corp/artifactory/api/docker/hub"),
    endpoint("https://h.corp/artifactory/api/docker/hub/v2"),
  ],
  ["path-trailing-slash write!", endpoint("https://h.corp/v2/"), endpoint("https://h.corp/v2")],
  [
    "duplicate-endpoint remove-endpoint!",
    "mirrors: {quay.io: {endpoint: [https://h.corp, 'https://h.corp/']}} # flow\n",
    "mirrors: {quay.io: {endpoint: [https://h.corp]}} # flow\n",
  ],
  [
    "tls-on-http remove-tls",
    "mirrors: {quay.io: {endpoint: ['http://h.corp']}}\nconfigs:\n  h.corp:\n    tls: {ca_file: /a}\n",
    "mirrors: {quay.io: {endpoint: ['http://h.corp']}}\nconfigs:\n  h.corp:\n",
  ],
  ["rewrite-group write-pattern", rule("'^library/.*': 'x/$1'"), rule("'^library/(.*)': 'x/$1'")],
  ["rewrite-syntax write!", rule("'^(.*)': $1_x"), rule(`'^(.*)': '$\{1}_x'`)],
  ["rewrite-toml write!", rule("'^a\\.b/(\\d+)': x"), rule("'^a[.]b/([0-9]+)': x")],
  ["rewrite-toml write!", rule('"^a\\\\.b": x'), rule('"^a[.]b": x')],
  ["rewrite-tag write-pattern", rule("'^nginx:1[.]25$': x"), rule("'^nginx$': x")],
  ["rewrite-leading-slash write", rule("^(.*): /x/$1"), rule("^(.*): 'x/$1'")],
  ["rewrite-unanchored write", rule("library/(.*): x/$1"), rule("'^library/(.*)': x/$1")],
  [
    "rewrite-default-only own-endpoint",
    rule("^(.*): x/$1").replace("h.corp", "quay.io"),
    rule("^(.*): x/$1").replace("https://h.corp", "https://quay.io:443"),
  ],
  [
    "nodefault-ineffective remove-settings",
    mirror("configs:\n  quay.io:\n  h.corp:\n"),
    mirror("configs:\n  h.corp:\n"),
    noDefault,
  ],
  [
    "embedded-no-mirrors add-hub",
    y`
    # empty
    mirrors: {}
    `,
    "# empty\nmirrors:\n  docker.io:\n",
    { embeddedRegistry: true },
  ],
];

it.each(cases.map((each) => [each[0], each] as const))("%s %#", (name, [, before, after, target]) => {
  const [code, id = ""] = name.split(" ");
  const found = lint(before, target).find((finding) => finding.code === code);
  const offered = (found?.fixes ?? []).map((fix) => ({ id: fix.id + (fix.safe ? "!" : ""), text: fix.text }));
  expect(offered.find((fix) => fix.id === id)?.text, JSON.stringify(offered)).toBe(after);
  expect(decode(after).ok).toBe(true);
  expect(lint(after, target).filter((finding) => finding.code === code)).toEqual([]);
});
