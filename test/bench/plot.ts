import { init, type EChartsOption } from 'echarts'
import { names, type ContestantName } from './contestants.ts'
import { middle, rowOf, type Figure, type Results } from './results.ts'

/** The colour of each contestant. */
export const colours: Record<ContestantName, string> = {
  'style go': '#1b6ac9',
  'style go, cache': '#8cbcf0',
  'style http': '#0f8a5f',
  'style http, cache': '#84d3b1',
  'Go example': '#d9822b',
  Express: '#b04a5a',
  'node:http proxy': '#8a8f98',
  'node:http constant': '#4b5058',
  Kratos: '#6c4fb3',
}

const measures: readonly { figure: Figure; title: string }[] = [
  { figure: 'requestsPerSecond', title: 'requests/s (more is better)' },
  { figure: 'cpuMicrosecondsPerRequest', title: 'CPU µs per request (less is better)' },
  { figure: 'p99', title: 'p99 in ms (less is better)' },
]

const panel = { width: 400, height: 220, left: 80, top: 110, acrossGap: 70, downGap: 70 }

/** plot draws an SVG of all rows that asked nginx: a panel for each measure and session size, bars by connections. */
export function plot({ rows, machine, date }: Results): string {
  const asked = rows.filter(({ upstream, failure }) => upstream === 'nginx' && failure === undefined)
  const sizes = [...new Set(asked.map(({ size }) => size))]
  const connections = [...new Set(asked.map((row) => row.connections))]
  const shown = names.filter((name) => asked.some(({ contestant }) => contestant === name))
  const places = measures.flatMap((measure, down) => sizes.map((size, across) => ({ ...measure, size, down, across })))
  const panels = sizes.length > 1 ? places : places.map((one) => ({ ...one, down: one.across, across: one.down }))
  const width = panel.left + (1 + Math.max(...panels.map(({ across }) => across))) * (panel.width + panel.acrossGap)
  const height = panel.top + (1 + Math.max(...panels.map(({ down }) => down))) * (panel.height + panel.downGap)
  const place = ({ down, across }: { down: number; across: number }): { left: number; top: number } => ({
    left: panel.left + across * (panel.width + panel.acrossGap),
    top: panel.top + down * (panel.height + panel.downGap),
  })
  const option: EChartsOption = {
    title: [
      {
        text: 'Whose session is this? One core each, the same nginx asked',
        subtext: `medians; ${machine.cpu}, ${machine.cores} cores, ${date.slice(0, 10)}`,
        left: panel.left,
        top: 8,
      },
      ...panels.map((one) => ({
        text: `${one.size} kB: ${one.title}`,
        left: place(one).left,
        top: place(one).top - 32,
        textStyle: { fontSize: 13, fontWeight: 'normal' as const },
      })),
    ],
    legend: { data: [...shown], left: panel.left - 5, top: 52, itemWidth: 14, itemGap: 30 },
    grid: panels.map((one) => ({ ...place(one), width: panel.width, height: panel.height })),
    xAxis: panels.map((_, index) => ({
      gridIndex: index,
      type: 'category' as const,
      data: connections.map((one) => `${one} connection${one === 1 ? '' : 's'}`),
      axisTick: { show: false },
    })),
    yAxis: panels.map(({ figure }, index) => ({
      gridIndex: index,
      type: figure === 'p99' ? ('log' as const) : ('value' as const),
    })),
    series: panels.flatMap(({ figure, size }, index) =>
      shown.map((contestant) => ({
        type: 'bar' as const,
        name: contestant,
        xAxisIndex: index,
        yAxisIndex: index,
        itemStyle: { color: colours[contestant] },
        data: connections.map((one) => middle(rowOf(asked, contestant, { size, connections: one }), figure) ?? '-'),
      })),
    ),
  }
  return svgOf(option, width, height)
}

/** svgOf draws a chart on white, in pixels. */
export function svgOf(option: EChartsOption, width: number, height: number): string {
  const chart = init(null, null, { renderer: 'svg', ssr: true, width, height })
  chart.setOption({ animation: false, backgroundColor: '#ffffff', textStyle: { fontFamily: 'sans-serif' }, ...option })
  const svg = chart.renderToSVGString()
  chart.dispose()
  return svg
}
