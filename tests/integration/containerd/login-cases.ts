import { http, https, type Login, login } from "@/tests/support/containerd/behaviour";
import type { PullCase } from "@/tests/support/containerd/pull-case";

const auth = "username: robot, password: open sesame";
const from = (settings: string, key = "a.test") =>
  `mirrors: {docker.io: {endpoint: [https://a.test]}}\nconfigs: {'${key}': {auth: {${settings}}}}`;
const at = (scheme: Login["scheme"], differences: Partial<Login> = {}) => ({
  "a.test:443": https({ login: login(scheme, differences) }),
  "registry-1.docker.io:443": https(),
});
const pair = Buffer.from("robot:open sesame").toString("base64");

/** Which login is shown to whom. */
export const loginCases: readonly PullCase[] = [
  { name: "a name and password, when asked", yaml: from(auth), image: "alpine", servers: at("basic") },
  {
    name: "a name and password, to a token server",
    yaml: from(auth),
    image: "alpine",
    servers: at("bearer"),
  },
  { name: "a pair in base64", yaml: from(`auth: ${pair}`), image: "alpine", servers: at("basic") },
  {
    name: "an identity token, to a token server",
    yaml: from("identity_token: refresh-me"),
    image: "alpine",
    servers: at("bearer"),
  },
  {
    name: "an identity token is nothing to a server that wants a name",
    yaml: from("identity_token: refresh-me"),
    image: "alpine",
    servers: at("basic"),
  },
  {
    name: "a name wins over an identity token",
    yaml: from(`${auth}, identity_token: wrong`),
    image: "alpine",
    servers: at("bearer"),
  },
  {
    name: "a token where a pair belongs",
    yaml: from("auth: bm8gY29sb24="),
    image: "alpine",
    servers: at("bearer"),
  },
  {
    name: "a wrong password leads to the next",
    yaml: from("username: robot, password: guess"),
    image: "alpine",
    servers: at("basic"),
  },
  {
    name: "a wrong password at a token server leads to the next",
    yaml: from("username: robot, password: guess"),
    image: "alpine",
    servers: at("bearer"),
  },
  {
    name: "no login leads to the next",
    yaml: "mirrors: {docker.io: {endpoint: [https://a.test]}}",
    image: "alpine",
    servers: at("basic"),
  },
  {
    name: "401 without a way to log in leads to the next",
    yaml: from(auth),
    image: "alpine",
    servers: { "a.test:443": https({ answers: 401 }), "registry-1.docker.io:443": https() },
  },
  {
    name: "a token for everybody",
    yaml: "mirrors: {docker.io: {endpoint: [https://a.test]}}",
    image: "alpine",
    servers: at("bearer", { anonymous: true }),
  },
  {
    name: "nobody else's login: the mirrored registry's is not the endpoint's",
    yaml: from(auth, "docker.io"),
    image: "alpine",
    servers: at("basic"),
  },
  {
    name: "nor that of the same host with its port",
    yaml: from(auth, "a.test:443"),
    image: "alpine",
    servers: at("bearer"),
  },
  { name: "nor that of the wildcard", yaml: from(auth, "*"), image: "alpine", servers: at("basic") },
  {
    name: "Docker Hub's under the name that answers",
    yaml: `configs: {registry-1.docker.io: {auth: {${auth}}}}`,
    image: "alpine",
    servers: { "registry-1.docker.io:443": https({ login: login("bearer") }) },
  },
  {
    name: "Docker Hub's under its other name is not used",
    yaml: `configs: {docker.io: {auth: {${auth}}}}`,
    image: "alpine",
    servers: { "registry-1.docker.io:443": https({ login: login("bearer") }) },
  },
  {
    name: "a port of its own has a login of its own",
    yaml: `mirrors: {quay.io: {endpoint: ['http://b.test:5000']}}\nconfigs: {'b.test:5000': {auth: {${auth}}}}`,
    image: "quay.io/team/app",
    servers: { "b.test:5000": http({ login: login("basic") }) },
  },
  {
    name: "the pod's login in place of the file's",
    yaml: from("username: robot, password: guess"),
    image: "alpine",
    target: { podCredentials: true },
    pod: { username: "robot", password: "open sesame" },
    servers: at("basic"),
  },
  {
    name: "one for an IPv6 address keeps containerd 1.x from starting",
    yaml: `configs: {'[::1]:5000': {auth: {${auth}}}}`,
    image: "alpine",
    servers: at("basic"),
  },
  {
    name: "one with a control character keeps containerd from starting",
    yaml: from('username: robot, password: "ring\\a"'),
    image: "alpine",
    servers: at("basic"),
  },
];
