/** Figures of one thing by size, in the order of the sizes. */
export type Curve = {
  readonly name: string
  readonly points: readonly (readonly [size: number, figure: number])[]
}

const [width, height] = [800, 420]
const edge = { left: 70, right: 290, top: 50, bottom: 50 } as const
const colours = [
  '#1b6e53',
  '#b3541e',
  '#3b4fa0',
  '#8a2b6a',
  '#6b6b1f',
  '#444444',
  '#0b7a9a',
  '#a33030',
]

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

const text = (x: number, y: number, said: string, more = ''): string =>
  `<text x="${x.toFixed(1)}" y="${y.toFixed(1)}" ${more}>${escaped(said)}</text>`

/** Where a figure stands between two others, when each step is ten times the one before. */
const placeOf = (figure: number, least: number, most: number): number =>
  least === most ? 0.5 : Math.log(figure / least) / Math.log(most / least)

/** Two digits are enough to know a size by. */
const short = (figure: number): string => {
  const [by, unit] = figure >= 1e6 ? [1e6, 'M'] : figure >= 1000 ? [1000, 'k'] : [1, '']
  return `${Number((figure / by).toPrecision(2))}${unit}`
}

/** The powers of ten from below the least figure to above the greatest. */
const tensAround = (figures: readonly number[]): number[] => {
  const from = Math.floor(Math.log10(Math.min(...figures)))
  const to = Math.max(Math.ceil(Math.log10(Math.max(...figures))), from + 1)
  return Array.from({ length: to - from + 1 }, (_, i) => 10 ** (from + i))
}

/** Curves on two scales of tens: what is flat does not grow, what grows with the size goes up as steeply as it goes right. */
export const pictureOf = (title: string, curves: readonly Curve[]): string => {
  const points = curves.flatMap((curve) => curve.points)
  const sizes = points.map(([size]) => size)
  const tens = tensAround(points.map(([, figure]) => figure))
  const [low, high] = [tens[0]!, tens.at(-1)!]
  const [left, right] = [edge.left, width - edge.right]
  const [top, bottom] = [edge.top, height - edge.bottom]
  const x = (size: number): number =>
    left + (right - left) * placeOf(size, Math.min(...sizes), Math.max(...sizes))
  const y = (figure: number): number => bottom - (bottom - top) * placeOf(figure, low, high)
  const lines = tens.flatMap((ten) => [
    `<path d="M${left} ${y(ten).toFixed(1)}H${right}" stroke="#ccc"/>`,
    text(left - 8, y(ten) + 4, short(ten), 'text-anchor="end"'),
  ])
  const ends = [...new Set(sizes)].map((size) =>
    text(x(size), bottom + 20, short(size), 'text-anchor="middle"'),
  )
  const inOrder = curves
    .map((curve, i) => ({ ...curve, colour: colours[i % colours.length]! }))
    .toSorted((a, b) => b.points.at(-1)![1] - a.points.at(-1)![1])
  let free = top - 20
  const drawn = inOrder.flatMap(({ name, points: own, colour }) => {
    const path = own.map(([size, figure]) => `${x(size).toFixed(1)},${y(figure).toFixed(1)}`)
    // Names of curves that end close together stand below each other.
    free = Math.max(free + 17, y(own.at(-1)![1]) + 4)
    return [
      `<polyline points="${path.join(' ')}" fill="none" stroke="${colour}" stroke-width="2.5"/>`,
      text(right + 8, free, name, `fill="${colour}"`),
    ]
  })
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" font-family="sans-serif" font-size="13">
<rect width="${width}" height="${height}" fill="#fff"/>
${[text(left, 24, title, 'font-size="15" font-weight="bold"'), ...lines, ...ends, ...drawn].join('\n')}
</svg>
`
}
