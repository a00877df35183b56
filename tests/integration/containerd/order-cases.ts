import { http, https, nonsense, reset } from "@/tests/support/containerd/behaviour";
import { manifest } from "@/tests/support/containerd/image";
import type { PullCase } from "@/tests/support/containerd/pull-case";

const hub = { "registry-1.docker.io:443": https() };
const twoMirrors = "mirrors: {docker.io: {endpoint: [https://a.test, 'http://b.test:5000']}}";

/**
 * Which hosts are asked, in which order, and under which path. Debian's containerd lacks K3s's rewrites, so none of the
 * rules here is ever applied.
 */
export const orderCases: readonly PullCase[] = [
  {
    name: "the first mirror that has the image serves it",
    yaml: twoMirrors,
    image: "alpine",
    servers: { "a.test:443": https(), "b.test:5000": http(), ...hub },
  },
  {
    name: "mirrors are asked in their order, the registry itself last and without a namespace",
    yaml: twoMirrors,
    image: "docker.io/library/alpine:3.20",
    servers: { "a.test:443": https({ answers: 404 }), "b.test:5000": http({ answers: 503 }), ...hub },
  },
  {
    name: "a port that refuses leads to the next mirror",
    yaml: twoMirrors,
    image: "index.docker.io/rancher/pause:3.6",
    servers: { "b.test:5000": http() },
  },
  {
    name: "a reset connection and nonsense lead to the next",
    yaml: twoMirrors,
    image: "alpine",
    servers: { "a.test:443": nonsense, "b.test:5000": reset, ...hub },
  },
  {
    name: "403 and 500 lead to the next",
    yaml: twoMirrors,
    image: "alpine",
    servers: { "a.test:443": https({ answers: 403 }), "b.test:5000": http({ answers: 500 }), ...hub },
  },
  {
    name: "a mirror that limits its clients is asked again, then the next",
    yaml: twoMirrors,
    image: "alpine",
    servers: { "a.test:443": https({ answers: 429 }), "b.test:5000": http() },
  },
  {
    name: "all lack the image",
    yaml: twoMirrors,
    image: "alpine",
    servers: {
      "a.test:443": https({ answers: 404 }),
      "b.test:5000": http({ answers: 404 }),
      "registry-1.docker.io:443": https({ answers: 404 }),
    },
  },
  {
    name: "a mirror fails and the others lack the image",
    yaml: twoMirrors,
    image: "alpine",
    servers: {
      "a.test:443": https({ answers: 500 }),
      "b.test:5000": http({ answers: 404 }),
      "registry-1.docker.io:443": https({ answers: 404 }),
    },
  },
  {
    name: "a missing image is hidden by the failure of the registry itself, or hides it since 2.0",
    yaml: "mirrors: {quay.io: {endpoint: [https://a.test]}}",
    image: "quay.io/team/app:1",
    servers: { "a.test:443": https({ answers: 404 }), "quay.io:443": http() },
  },
  {
    name: "without an entry the registry itself is asked",
    yaml: "mirrors: {docker.io: {endpoint: [https://a.test]}}",
    image: "quay.io/team/app:1",
    servers: { "quay.io:443": https(), "a.test:443": https() },
  },
  {
    name: "the wildcard is for every registry without an entry, which comes last",
    yaml: "mirrors: {'*': {endpoint: [https://a.test]}, docker.io: {endpoint: [https://b.test]}}",
    image: "quay.io/team/app:1",
    servers: { "a.test:443": https({ answers: 404 }), "b.test:443": https(), "quay.io:443": https() },
  },
  {
    name: "an entry of its own wins over the wildcard",
    yaml: "mirrors: {'*': {endpoint: [https://a.test]}, docker.io: {endpoint: [https://b.test]}}",
    image: "alpine",
    servers: { "a.test:443": https(), "b.test:443": https({ answers: 404 }), ...hub },
  },
  {
    name: "paths replace the root of the API where they are not /v2",
    yaml: "mirrors: {docker.io: {endpoint: ['https://a.test/v2/hub', 'https://b.test/proxy//hub/', https://c.test/v2/]}}",
    image: "alpine",
    servers: {
      "a.test:443": https({ answers: 404 }),
      "b.test:443": https({ answers: 404 }),
      "c.test:443": https(),
    },
  },
  {
    name: "an endpoint that stands twice is asked once",
    yaml: "mirrors: {docker.io: {endpoint: [https://a.test, a.test, 'https://a.test/v2', https://b.test]}}",
    image: "alpine",
    servers: { "a.test:443": https({ answers: 404 }), "b.test:443": https() },
  },
  {
    name: "the registry itself, listed first, is asked twice",
    yaml: "mirrors: {docker.io: {endpoint: [docker.io, https://a.test]}}",
    image: "alpine",
    servers: { "a.test:443": https({ answers: 404 }), "registry-1.docker.io:443": https({ answers: 404 }) },
  },
  {
    name: "a digest is asked for in place of its tag",
    yaml: twoMirrors,
    image: `alpine:3.20@${manifest.digest}`,
    servers: { "a.test:443": https({ answers: 404 }), "b.test:5000": http() },
  },
  {
    name: "a digest that nobody has",
    yaml: twoMirrors,
    image: `alpine@sha256:${"0".repeat(64)}`,
    servers: { "a.test:443": https(), "b.test:5000": http(), ...hub },
  },
  {
    name: "a registry with a port has an entry with a port, and is told to the mirror so",
    yaml: "mirrors: {'c.test:5000': {endpoint: [https://a.test]}, c.test: {endpoint: [https://b.test]}}",
    image: "c.test:5000/team/app:1",
    servers: { "a.test:443": https({ answers: 404 }), "b.test:443": https(), "c.test:5000": https() },
  },
  {
    name: "the same host under its port of https is another host",
    yaml: "mirrors: {quay.io: {endpoint: ['https://quay.io:443']}}",
    image: "quay.io/team/app",
    servers: { "quay.io:443": https({ answers: 404 }) },
  },
  {
    name: "a disabled default endpoint is not asked while a mirror has the image",
    yaml: twoMirrors,
    image: "alpine",
    target: { disableDefaultRegistryEndpoint: true },
    servers: { "a.test:443": https({ answers: 404 }), "b.test:5000": http(), ...hub },
  },
  {
    name: "a disabled default endpoint ends the list, but for Debian's containerd",
    yaml: twoMirrors,
    image: "alpine",
    target: { disableDefaultRegistryEndpoint: true },
    servers: { "a.test:443": https({ answers: 403 }), "b.test:5000": http({ answers: 404 }) },
    unpatched: ["https://registry-1.docker.io/v2/library/alpine/manifests/latest"],
  },
  {
    name: "a disabled default endpoint stays for a registry under configs",
    yaml: `${twoMirrors}\nconfigs: {docker.io: {}}`,
    image: "alpine",
    target: { disableDefaultRegistryEndpoint: true },
    servers: { "a.test:443": https({ answers: 404 }), "b.test:5000": http({ answers: 404 }), ...hub },
  },
  {
    name: "a pattern that TOML cannot read makes the file unread",
    yaml: "mirrors: {docker.io: {endpoint: [https://a.test], rewrite: {'^lib\\.x': y}}}",
    image: "alpine",
    servers: { "a.test:443": https(), ...hub },
  },
  {
    name: "a web page ends the pull",
    yaml: twoMirrors,
    image: "alpine",
    servers: { "a.test:443": https({ answers: "web-page" }), "b.test:5000": http(), ...hub },
    fails: { words: /text\/html|media ?type/i },
  },
  {
    name: "an empty endpoint is a dead attempt",
    yaml: "mirrors: {docker.io: {endpoint: ['', https://a.test]}}",
    image: "alpine",
    servers: { "a.test:443": https() },
  },
  {
    name: "an endpoint with an IPv6 address makes the file unread before 2.0",
    yaml: "mirrors: {docker.io: {endpoint: ['https://[::1]:5000', https://a.test]}}",
    image: "alpine",
    servers: { "a.test:443": https(), ...hub },
  },
];
