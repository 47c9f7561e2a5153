import { beforeAll, expect, test } from 'vitest'
import { expectedRoutes } from '#test/http/access/expected.ts'
import { type Cell, cellsOf, inWords, targetOf } from '#test/http/access/matrix.ts'
import { type Seen, meansOf, send, tokenFor } from '#test/http/access/sending.ts'
import { type Spare, newSpare } from '#test/http/access/targets.ts'
import { type TwoNetworks, twoNetworks } from '#test/http/access/two-networks.ts'

let village: TwoNetworks
beforeAll(async () => {
  village = await twoNetworks()
})

test('x', async () => {
  const t0 = Date.now()
  const cells = cellsOf(village, expectedRoutes)
  console.log(cells.length, 'cells', cells.filter((c) => !c.isAllowed).length, 'forbidden')
  const spares = new Map<string, Spare>()
  for (const fund of [village.f1, village.f2, village.f3, village.f4])
    spares.set(fund.fundId, await newSpare(village, fund))
  const bad: string[] = []
  const run = async (cell: Cell, spareOf: (id: string) => Spare) => {
    const target = targetOf(village, cell, spareOf)
    const token = await tokenFor(cell.somebody, cell.route)
    const means = meansOf(village, cell.somebody.home, true)
    const got: Seen = await send(village, { route: cell.route, target, token, means })
    if (got.status !== cell.status) bad.push(`${inWords(cell)} got ${got.status} ${got.text.slice(0,200).replaceAll('\n', ' ')}`)
  }
  for (const cell of cells.filter((c) => !c.isAllowed)) await run(cell, (id) => spares.get(id)!)
  console.log(Date.now() - t0)
  for (const cell of cells.filter((c) => c.isAllowed)) {
    const spare = await newSpare(village, cell.somebody.home)
    await run(cell, () => spare)
  }
  console.log(Date.now() - t0)
  console.log(bad.length, '\n' + bad.slice(0, 300).join('\n'))
})
