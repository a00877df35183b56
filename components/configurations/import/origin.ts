/** Where an imported definition comes from, other than a file of the person's own. */
export type Origin = {
  /** The node's name. */
  name: string;
  /** Names what the server held back of its file. */
  nodeFile: string;
};
