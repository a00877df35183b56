import type { RegistryHostForm } from "@/lib/domain/registries/form-host-schema";
import type { DefinitionForm, MirrorForm } from "@/lib/domain/registries/form-schema";
import type { TextReading } from "./read-text";

/** A row, or the place where the same row stood in the reading before. */
type Packed<Row> = Row | number;
type PackedForm = Omit<DefinitionForm, "mirrors" | "registryHosts"> & {
  mirrors: Packed<MirrorForm>[];
  registryHosts: Packed<RegistryHostForm>[];
};
export type PackedReading = { ok: true; form: PackedForm } | Extract<TextReading, { ok: false }>;

/** Packs the rows of one list, against those of the reading before. */
class RowPacker<Row> {
  private places = new Map<string, number>();

  pack(rows: readonly Row[]): Packed<Row>[] {
    const texts = rows.map((row) => JSON.stringify(row));
    const packed = rows.map((row, at) => this.places.get(texts[at] ?? "") ?? row);
    this.places = new Map(texts.map((text, at) => [text, at]));
    return packed;
  }
}

/**
 * Readings of one text as it is typed in, on their way from a worker. Between two of them a row or two differ, and the
 * page would stand still while it takes in thousands.
 */
export class ReadingPacker {
  private readonly mirrors = new RowPacker<MirrorForm>();
  private readonly registryHosts = new RowPacker<RegistryHostForm>();

  pack(reading: TextReading): PackedReading {
    if (!reading.ok) return reading;
    const { mirrors, registryHosts } = reading.form;
    const rows = {
      mirrors: this.mirrors.pack(mirrors),
      registryHosts: this.registryHosts.pack(registryHosts),
    };
    return { ok: true, form: { ...reading.form, ...rows } };
  }
}

const unpackRows = <Row>(last: readonly Row[], packed: readonly Packed<Row>[]): Row[] =>
  packed.map((each) => (typeof each === "number" ? (last[each] as Row) : each));

/** The other end; rows that stayed the same are the same objects. Has to be given all that was packed, in its order. */
export class ReadingUnpacker {
  private last: Pick<DefinitionForm, "mirrors" | "registryHosts"> = { mirrors: [], registryHosts: [] };

  unpack(reading: PackedReading): TextReading {
    if (!reading.ok) return reading;
    const mirrors = unpackRows(this.last.mirrors, reading.form.mirrors);
    const registryHosts = unpackRows(this.last.registryHosts, reading.form.registryHosts);
    this.last = { mirrors, registryHosts };
    return { ok: true, form: { ...reading.form, mirrors, registryHosts } };
  }
}
