/** Bytes as they go over the wire, compressed, in thousands. A page may grow by this much before its line here must be edited. */
export const growth = 5;

export type Budget = {
  /** What the scripts that a page names itself should weigh at most. Where they weigh more, they must not grow on. */
  most: number;
  /** What they, and the page with its texts, weighed when this line was last edited. */
  scripts: number;
  html: number;
};

export const pageBudgets = {
  login: { most: 165, scripts: 281.2, html: 9.0 },
  setup: { most: 165, scripts: 281.2, html: 9.4 },
  overview: { most: 200, scripts: 242.8, html: 51.4 },
  configurations: { most: 200, scripts: 285.8, html: 51.1 },
  nodes: { most: 200, scripts: 294.0, html: 50.5 },
  credentials: { most: 200, scripts: 297.3, html: 50.8 },
  pushes: { most: 200, scripts: 244.8, html: 50.4 },
  revisions: { most: 200, scripts: 249.1, html: 51.2 },
  comparison: { most: 200, scripts: 249.0, html: 52.7 },
  push: { most: 200, scripts: 242.1, html: 49.3 },
  simulator: { most: 260, scripts: 380.0, html: 53.5 },
  editor: { most: 205, scripts: 355.9, html: 55.3 },
} as const satisfies Record<string, Budget>;

export type PageName = keyof typeof pageBudgets;

/** Shared by all pages, or fetched by the editor once it stands. */
export const partBudgets = { styles: 25, fonts: 60, editorChunk: 190, re2Chunk: 50 } as const;

/** The times somebody should wait at most, in milliseconds; the shift of the layout has no unit. They are printed, never asserted. */
export const timeBudgets = {
  paint: 1200,
  slowPaint: 2500,
  shift: 0.02,
  blocked: 200,
  reaction: 100,
  slowReaction: 200,
  key: 50,
  recompute: 30,
} as const;
