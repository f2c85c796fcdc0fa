import { floorOf, isService, names, type ContestantName } from './contestants.ts'
import { middle, rowOf, toFloor, type Row } from './results.ts'
import { sizes } from './session.ts'

/** How what a request costs is looked at: over the size of its session in kB, or over the number of connections. */
export type Axis = 'size' | 'connections'

/** Where a contestant is on an axis: its CPU per request in µs, and how many times its floor's that is. */
export interface Point {
  at: number
  cpu: number
  floor: number | undefined
}

/** A contestant along an axis; the other one stays at 1 kB or 32 connections. */
export interface Line {
  axis: Axis
  contestant: ContestantName
  points: Point[]
}

const connections = [1, 4, 16, 64, 256, 1024]

/** Who is looked at: the service and its floors. */
export const growing = names.filter((name) => isService(name) || floorOf(name) === name)

/** All loads of both axes, by size in kB and connections. */
export const growthLoads: readonly { size: number; connections: number }[] = [
  ...sizes.map((size) => ({ size, connections: 32 })),
  ...connections.map((one) => ({ size: 1, connections: one })),
]

/** linesOf draws each contestant's lines from the rows that were measured on them in front of nginx. */
export function linesOf(rows: readonly Row[]): Line[] {
  return (['size', 'connections'] as const).flatMap((axis) =>
    growing.map((contestant) => ({
      axis,
      contestant,
      points: (axis === 'size' ? sizes : connections).flatMap((at) => {
        const row = rowOf(rows, contestant, { [axis]: at })
        const cpu = middle(row, 'cpuMicrosecondsPerRequest')
        return row === undefined || cpu === undefined ? [] : [{ at, cpu, floor: toFloor(rows, row) }]
      }),
    })),
  )
}

/** A step from a point of the service's line to the next, and how many times its ratio to the floor grows in it. */
export interface Bend {
  line: Line
  from: Point
  to: Point
  times: number
}

/** largestBend finds the step in which the service grows most against its floor. */
export function largestBend(lines: readonly Line[]): Bend | undefined {
  const bends = lines
    .filter(({ contestant }) => isService(contestant))
    .flatMap((line) =>
      line.points.flatMap((to, index): Bend[] => {
        const from = line.points[index - 1]
        if (from?.floor === undefined || to.floor === undefined) return []
        return [{ line, from, to, times: to.floor / from.floor }]
      }),
    )
  return bends.toSorted((a, b) => b.times - a.times)[0]
}
