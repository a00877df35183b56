/** Nodes that are looked at in one request, which is one event of the audit log. */
export const mostChecked = 50;

/** Nodes in as few requests as they take. */
export const toBatches = <Node>(nodes: readonly Node[]): Node[][] =>
  Array.from({ length: Math.ceil(nodes.length / mostChecked) }, (_, index) =>
    nodes.slice(index * mostChecked, (index + 1) * mostChecked),
  );
