/** Where the rules come from: what was read, at which version. */
export const sources = {
  hosts: "k3s-io/k3s pkg/agent/containerd/config.go af977ad",
  templates: "k3s-io/k3s pkg/agent/templates/templates.go af977ad",
  yaml: "gopkg.in/yaml.v2 v2.4.0",
  types: "rancher/wharfie pkg/registries/types.go v0.7.1",
  wharfie: "rancher/wharfie pkg/registries/registries.go v0.7.1",
  containerd: "containerd core/remotes/docker v2.2.3",
  auth: "containerd core/remotes/docker/authorizer.go v2.2.3, internal/cri/server/images/image_pull.go",
  rewrites: "k3s-io/containerd core/remotes/docker v2.0.4-k3s3",
  hostsToml: "k3s-io/containerd core/remotes/docker/config/hosts.go v2.0.4-k3s3",
  embedded: "k3s-io/k3s pkg/spegel af977ad",
  docs: "docs.k3s.io/installation/private-registry",
} as const;
