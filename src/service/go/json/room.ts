/** The room in which a text is read and written. It grows. */
export interface Room {
  /** The text in UTF-8; behind it a zero, then what is written anew. */
  bytes: Buffer
  /** The same, to be copied by words. */
  view: DataView
  /** How many of the bytes are in use. */
  used: number
  /** The pieces of what is written, see `pieces.ts`, and where they end. */
  pieces: Int32Array
  piecesEnd: number
  /** The members of the open objects, see `object.ts`, and where they end. */
  members: Int32Array
  membersEnd: number
}

const ahead = 32 // bytes of room behind those in use, for who looks ahead or copies by words
const least = 8192 // bytes of each
const mostKept = 1_048_576 // bytes of each

/** What is kept for the next text: to make it takes longer than to read a small text. */
const kept = { ...bytesFor(least), pieces: new Int32Array(least / 4), members: new Int32Array(least / 4) }

/** roomFor returns a room with `text` in it. Only the last one can be used. */
export function roomFor(text: Buffer): Room {
  const room = { ...kept, used: 0, piecesEnd: 0, membersEnd: 0 }
  makeRoom(room, text.length + 1)
  room.used = text.copy(room.bytes) + 1
  room.bytes[text.length] = 0
  return room
}

/** leave wipes what was in a room, so that no mistake could show the next text, somebody else's session, any of it. */
export function leave({ bytes, used }: Room): void {
  bytes.fill(0, 0, Math.min(used + ahead, bytes.length))
}

/** makeRoom makes room for `more` bytes behind those in use. */
export function makeRoom(room: Room, more: number): void {
  const needed = room.used + more + ahead
  if (needed > room.bytes.length) replaceBytes(room, needed * 2)
}

function replaceBytes(room: Room, size: number): void {
  const { bytes, view } = bytesFor(size)
  room.bytes.copy(bytes, 0, 0, room.used)
  leave(room)
  room.bytes = bytes
  room.view = view
  if (size <= mostKept) Object.assign(kept, { bytes, view })
}

function bytesFor(size: number): Pick<Room, 'bytes' | 'view'> {
  const bytes = Buffer.alloc(size)
  return { bytes, view: new DataView(bytes.buffer, bytes.byteOffset, size) }
}

/** lengthen doubles the room of a list. */
export function lengthen(room: Room, list: 'pieces' | 'members'): void {
  const longer = new Int32Array(room[list].length * 2)
  longer.set(room[list])
  room[list] = longer
  if (longer.byteLength <= mostKept) kept[list] = longer
}
