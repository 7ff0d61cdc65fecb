/** The form of the table that the codec works from. */

/** Name, kind, whether it may be absent, and what the kind needs to know. */
export type Field = readonly [
  name: string,
  kind: 'i' | 'b' | 's' | 'y' | 'e' | 'l' | 'v',
  optional: 0 | 1,
  ...detail: readonly (string | number)[],
];

/** By number: the name and the fields in their order. */
export type MessageShapes = Readonly<Record<number, readonly [string, readonly Field[]]>>;

export interface Shapes {
  enums: Readonly<Record<string, readonly string[]>>;
  structs: Readonly<Record<string, readonly Field[]>>;
  toServer: MessageShapes;
  toClient: MessageShapes;
  events: MessageShapes;
}
