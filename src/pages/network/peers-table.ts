import type { Peers } from '#domain/health/villages.ts'
import { unitOf } from '#src/app/health/figure-rows.ts'
import type { Html, PageFrame } from '#src/pages/layout.ts'
import { wordsIn } from '#src/pages/network/portfolio-line.ts'
import { table } from '#src/pages/table.ts'
import { moneyInFigures, percentInFigures } from '#src/words/locale.ts'
import { figureWords } from '#src/words/words.ts'

/** What is usual among villages: what a quarter, a half and three quarters of them do not reach. */
export const peersTable = (frame: PageFrame, peers: readonly Peers[]): Html => {
  const words = wordsIn(frame)
  const names = figureWords.in(frame.language)
  const told =
    (key: 'lower' | 'middle' | 'upper') =>
    ({ figure, currency, ...peer }: Peers): string =>
      unitOf(figure) === 'percent'
        ? percentInFigures(peer[key])
        : moneyInFigures({ amount: peer[key], currency })
  return table({
    label: words.peers,
    look: 'sheet',
    rows: peers,
    columns: [
      { heading: words.figure, of: ({ figure }) => names[figure] },
      { heading: words.lower, of: told('lower') },
      { heading: words.middle, of: told('middle') },
      { heading: words.upper, of: told('upper') },
      { heading: words.count, of: ({ funds }) => String(funds) },
    ],
  })
}
