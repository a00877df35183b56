import { http, https, type Server } from "@/tests/support/containerd/behaviour";
import type { PullCase } from "@/tests/support/containerd/pull-case";

const from = (endpoint: string, tls: string, key = endpoint.replace(/^https?:\/\//, "")) =>
  `mirrors: {docker.io: {endpoint: ['${endpoint}']}}\nconfigs: {'${key}': {tls: {${tls}}}}`;
const corp = https({ signer: "corp" });
const hub = { "registry-1.docker.io:443": https() };
const at = (server: Server) => ({ "a.test:443": server, ...hub });
const unverified = "insecure_skip_verify: true";

/** Which servers are trusted, which certificates are shown, and where http becomes https. */
export const tlsCases: readonly PullCase[] = [
  {
    name: "a company's authority that is named is trusted",
    yaml: from("https://a.test", "ca_file: '{{ca}}'"),
    image: "alpine",
    servers: at(corp),
  },
  {
    name: "the system's authorities stay trusted beside it",
    yaml: from("https://a.test", "ca_file: '{{ca}}'"),
    image: "alpine",
    servers: at(https()),
  },
  {
    name: "a company's authority that is not named is not trusted",
    yaml: "mirrors: {docker.io: {endpoint: [https://a.test]}}",
    image: "alpine",
    servers: at(corp),
  },
  {
    name: "settings under another spelling of the host are not found",
    yaml: from("https://a.test", "ca_file: '{{ca}}'", "a.test:443"),
    image: "alpine",
    servers: at(corp),
  },
  {
    name: "another authority than the one named is not trusted",
    yaml: from("https://a.test", "ca_file: '{{ca}}'"),
    image: "alpine",
    servers: { "a.test:443": https({ signer: "unknown" }) },
  },
  {
    name: "nobody is verified where the file says so",
    yaml: from("https://a.test", unverified),
    image: "alpine",
    servers: at(https({ signer: "unknown" })),
  },
  {
    name: "a client shows its certificate",
    yaml: from("https://a.test", "ca_file: '{{ca}}', cert_file: '{{cert}}', key_file: '{{key}}'"),
    image: "alpine",
    servers: at(https({ signer: "corp", wantsClient: true })),
  },
  {
    name: "without a certificate such a server is passed over",
    yaml: from("https://a.test", "ca_file: '{{ca}}'"),
    image: "alpine",
    servers: at(https({ signer: "corp", wantsClient: true })),
  },
  {
    name: "a certificate without its key ends the pull before any request",
    yaml: from("https://a.test", "cert_file: '{{cert}}'"),
    image: "alpine",
    servers: at(https()),
  },
  {
    name: "an authority's file that is missing ends the pull before any request",
    yaml: from("https://a.test", "ca_file: /nowhere/ca.crt"),
    image: "alpine",
    servers: at(https()),
    fails: { words: /unable to read CA cert "\/nowhere\/ca.crt"/, silent: true },
  },
  {
    name: "settings of a registry without a mirror are its own",
    yaml: "configs: {quay.io: {tls: {ca_file: '{{ca}}'}}}",
    image: "quay.io/team/app",
    servers: { "quay.io:443": corp },
  },
  {
    name: "settings of the wildcard are for every registry",
    yaml: `configs: {'*': {tls: {${unverified}}}}`,
    image: "quay.io/team/app",
    servers: { "quay.io:443": https({ signer: "unknown" }) },
  },
  {
    name: "settings of the wildcard vanish beside its mirrors",
    yaml: `mirrors: {'*': {endpoint: [https://a.test]}}\nconfigs: {'*': {tls: {${unverified}}}}`,
    image: "quay.io/team/app",
    servers: { "a.test:443": https({ signer: "unknown" }), "quay.io:443": https({ signer: "unknown" }) },
  },
  {
    name: "an http host with TLS settings is asked in https first, then in http where it speaks no TLS",
    yaml: from("http://a.test:5000", unverified),
    image: "alpine",
    servers: { "a.test:5000": http(), ...hub },
  },
  {
    name: "an http host without TLS settings is asked in http",
    yaml: "mirrors: {docker.io: {endpoint: ['http://a.test:5000']}}",
    image: "alpine",
    servers: { "a.test:5000": http() },
  },
  {
    name: "an http host on port 80 stays plain, whatever its settings",
    yaml: from("http://a.test:80", unverified),
    image: "alpine",
    servers: { "a.test:80": http() },
  },
  {
    name: "an https host that speaks http is passed over",
    yaml: "mirrors: {docker.io: {endpoint: ['https://a.test:5000']}}",
    image: "alpine",
    servers: { "a.test:5000": http() },
  },
  {
    name: "an http host that speaks https is passed over",
    yaml: "mirrors: {docker.io: {endpoint: ['http://a.test:5000', 'http://b.test:5000']}}",
    image: "alpine",
    servers: { "a.test:5000": https(), "b.test:5000": http() },
  },
  {
    name: "a registry of this machine speaks http on a port of its own",
    yaml: "",
    image: "localhost:5000/team/app",
    servers: { "localhost:5000": http() },
  },
  {
    name: "an endpoint of this machine without a scheme is http",
    yaml: "mirrors: {docker.io: {endpoint: ['127.30.40.50:5000']}}",
    image: "alpine",
    servers: { "127.30.40.50:5000": http() },
  },
];
