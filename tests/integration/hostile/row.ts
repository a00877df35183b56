import type { World } from "./world";

type Making<Made> = (world: World) => Made | Promise<Made>;

/** A request that the schemas take. What the use case says to it shows how far a hostile value gets. */
export type ValidRequest = { status: number; body?: Making<unknown>; query?: Record<string, string> };

/** How one route is asked, and where to look for what it kept. */
export type Row = {
  /** The path of something, which exists where a request is to be taken. */
  params?: Making<Record<string, string>>;
  /** Together their bodies and queries name every field that the schemas know. */
  valid: ValidRequest[];
  /** What is stored after an accepted request, with secrets opened; null where nothing that was sent is stored. */
  kept: null | ((answer: unknown, world: World) => Promise<unknown>);
  /** Refusals of its own shape, which tell of a file what K3s would say. */
  unreadable?: number;
  /** Fields that are stored in another form, and why. */
  changed?: Readonly<Record<string, string>>;
  /** Of so many values one, where fields of one kind stand in many places. */
  share?: number;
  /** Asks a machine that is not there, and says so with 503. */
  isRemote?: boolean;
  headers?: Making<Record<string, string>>;
  /** What each request needs anew. */
  before?: (world: World) => Promise<unknown>;
};

export const idOf = (answer: unknown): string =>
  answer instanceof Object && "id" in answer ? String(answer.id) : "";

/** A route that reads nothing but the path. */
export const pathOnly: Row = { params: () => ({ id: "nothing" }), valid: [], kept: null };
