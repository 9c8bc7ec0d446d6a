export type JsonValue = string | number | boolean | null | JsonValue[] | { [key: string]: JsonValue };

/**
 * An SDK shape as it is kept in a snapshot: dates are ISO 8601 strings in UTC, bytes are base64 strings.
 */
export type Stored<T> = T extends Date
  ? string
  : T extends Uint8Array
    ? string
    : T extends (infer U)[]
      ? Stored<U>[]
      : T extends object
        ? { [K in keyof T]: Stored<T[K]> }
        : T;

/** Turns an SDK answer into what is stored; drops `undefined` and the SDK's `$metadata`. */
export function toStored<T>(value: T): Stored<T> {
  return JSON.parse(
    JSON.stringify(value, (key, entry) => {
      if (key === '$metadata') return undefined;
      if (entry instanceof Uint8Array) return btoa(String.fromCharCode(...entry));
      return entry;
    }),
  );
}
