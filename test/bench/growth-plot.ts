import type { EChartsOption } from 'echarts'
import { isService } from './contestants.ts'
import { growing, type Axis, type Line } from './growth.ts'
import { colours, svgOf } from './plot.ts'
import type { Results } from './results.ts'

const panels: readonly { axis: Axis; title: string; name: string }[] = [
  { axis: 'size', title: 'CPU µs per request over the size, 32 connections', name: 'kB' },
  { axis: 'connections', title: 'CPU µs per request over connections, 1 kB', name: 'connections' },
]
const panel = { width: 440, height: 320, left: 80, top: 120, gap: 100 }

/** plotGrowth draws an SVG of what a request costs as it grows: the service's lines solid, its floors' dashed. */
export function plotGrowth(lines: readonly Line[], { machine, date }: Results): string {
  const left = (index: number): number => panel.left + index * (panel.width + panel.gap)
  const option: EChartsOption = {
    title: [
      {
        text: 'What a request costs as it grows: where does the service bend, and its floor does not?',
        subtext: `one core each, the same nginx asked; ${machine.cpu}, ${machine.cores} cores, ${date.slice(0, 10)}`,
        left: panel.left,
        top: 8,
      },
      ...panels.map(({ title }, index) => ({
        text: title,
        left: left(index),
        top: panel.top - 32,
        textStyle: { fontSize: 13, fontWeight: 'normal' as const },
      })),
    ],
    legend: { data: [...growing], left: panel.left - 5, top: 56, itemWidth: 24, itemGap: 30 },
    grid: panels.map((_, index) => ({ left: left(index), top: panel.top, width: panel.width, height: panel.height })),
    xAxis: panels.map(({ name }, index) => ({
      gridIndex: index,
      type: 'log' as const,
      logBase: index === 0 ? 10 : 4,
      name,
      nameLocation: 'middle' as const,
      nameGap: 28,
    })),
    yAxis: panels.map((_, index) => ({ gridIndex: index, type: 'log' as const })),
    series: panels.flatMap(({ axis }, index) =>
      lines
        .filter((line) => line.axis === axis)
        .map(({ contestant, points }) => ({
          type: 'line' as const,
          name: contestant,
          xAxisIndex: index,
          yAxisIndex: index,
          symbolSize: 6,
          itemStyle: { color: colours[contestant] },
          lineStyle: {
            color: colours[contestant],
            type: isService(contestant) ? ('solid' as const) : ('dashed' as const),
          },
          data: points.map(({ at, cpu }) => [at, cpu]),
        })),
    ),
  }
  return svgOf(option, left(panels.length), panel.top + panel.height + 70)
}
