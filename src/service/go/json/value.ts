import { sign, type Cursor } from './cursor.ts'
import { zeroOf, type Model, type Struct } from './model.ts'
import { addMember, writeObject } from './object.ts'
import { join, piece, put, putSign, putText, signPiece, writeText } from './pieces.ts'

/** A Go value: a ring as Go writes it, or what a member of the same name is read into again; undefined is the zero. */
export type Value = number | List | Entries | undefined

/** A Go slice. Elements beyond its length are still there when it grows again. */
export interface List {
  of: Model
  items: Value[]
  length: number
}

/** A Go map, with each key as often as it was set. */
export interface Entries {
  entries: { keyStart: number; keyEnd: number; ring: number }[]
}

/** A Go struct as far as it is read. */
export interface Fields {
  /** By the fields' indexes. */
  values: Value[]
  /** Where each field's exact name is in the text with its colon; 0 if there is something between. */
  places: number[]
  /** Where the members for other keys begin in the cursor's. */
  others: number
}

/** writeValue returns a ring of a value; undefined for a zero. */
export function writeValue(cursor: Cursor, value: Value): number | undefined {
  if (typeof value !== 'object') return value
  if ('entries' in value) {
    const base = cursor.membersEnd
    for (const { keyStart, keyEnd, ring } of value.entries) addMember(cursor, keyStart, keyEnd, ring)
    return writeObject(cursor, base, cursor.at)
  }
  const { items, length, of } = value
  let list = signPiece(cursor, sign.openList)
  for (let at = 0; at < length; at++) {
    if (at > 0) list = putSign(cursor, list, sign.comma)
    list = join(cursor, list, writeValue(cursor, items[at]) ?? putText(cursor, zeroOf(of)))
  }
  return putSign(cursor, list, sign.closeList)
}

/** writeStruct returns a ring of a struct and takes its other members from the cursor's. */
export function writeStruct(cursor: Cursor, model: Struct, { values, places, others }: Fields): number {
  const inOrder = cursor.membersEnd === others
  let struct = signPiece(cursor, sign.openObject)
  let empty = true
  for (const { index, prefix, zero } of model.fields) {
    const value = writeValue(cursor, values[index]) ?? (zero === '' ? undefined : putText(cursor, zero))
    if (value === undefined) continue
    const place = places[index] ?? 0
    const start = place === 0 ? writeText(cursor, prefix) : place
    const end = start + prefix.length
    if (inOrder) {
      if (!empty) struct = putSign(cursor, struct, sign.comma)
      empty = false
      struct = join(cursor, put(cursor, struct, start, end), value)
    } else {
      addMember(cursor, start + 1, end - 2, join(cursor, piece(cursor, start, end), value))
    }
  }
  return inOrder ? putSign(cursor, struct, sign.closeObject) : writeObject(cursor, others, cursor.at)
}
