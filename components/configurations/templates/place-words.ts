const usual = ["/var/lib/rancher/k3s", "/var/lib/rancher/rke2"];

/** A data folder that needs no mention. */
export const isUsualFolder = (dataDir: string): boolean => usual.includes(dataDir.replace(/\/+$/, ""));
