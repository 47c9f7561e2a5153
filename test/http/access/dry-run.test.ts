import { expect, test } from 'vitest'
import { expectedRoutes } from '#test/http/access/expected.ts'
import { cellsOf, targetOf } from '#test/http/access/matrix.ts'
import { bodyOf, methodOf, pathOf } from '#test/http/access/requests.ts'
import { meansOf, tokenFor } from '#test/http/access/sending.ts'
import { written } from '#test/http/access/state.ts'
import { type Spare, newSpare } from '#test/http/access/targets.ts'
import { twoNetworks } from '#test/http/access/two-networks.ts'
import { ourHost } from '#test/support/service.ts'

type Described = Readonly<
  Record<string, Readonly<Record<string, { parameters?: readonly { readonly name: string }[] }>>>
>

test('whatever takes a dry run is asked for one by everybody who may, says what would be, and keeps nothing', async () => {
  const village = await twoNetworks()
  const { f1, f2, f3, f4, needs, service } = village
  const spares = new Map<string, Spare>()
  for (const one of [f1, f2, f3, f4]) spares.set(one.fundId, await newSpare(village, one))
  const told = await service.request('/openapi.json', { headers: { host: ourHost } })
  const { paths } = (await told.json()) as { readonly paths: Described }
  const named = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods)
      .filter(([, { parameters = [] }]) => parameters.some(({ name }) => name === 'dryRun'))
      .map(([method]) => `${method.toUpperCase()} ${path.replaceAll(/\{(\w+)\}/g, ':$1')}`),
  )
  expect(named.length).toBeGreaterThan(5)
  const before = (await written(village, spares)).kept
  const went = new Set<string>()
  const cells = cellsOf(village, expectedRoutes).filter(
    ({ route, isAllowed, relation }) => isAllowed && relation === 'own' && named.includes(route),
  )
  for (const cell of cells) {
    const { route, somebody } = cell
    const target = await targetOf(village, cell, (fundId) => spares.get(fundId)!)
    const means = { ...meansOf(village, somebody.home, false), target, newId: needs.ids }
    const { query = '', json, files } = await bodyOf(route, means)
    const asked = new URLSearchParams(query)
    asked.set('dryRun', 'true')
    const { status } = await service.request(`${pathOf(route, target)}?${asked}`, {
      method: methodOf(route),
      headers: {
        host: ourHost,
        authorization: `Bearer ${await tokenFor(somebody, route)}`,
        ...(json === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(json === undefined ? {} : { body: JSON.stringify(json) }),
      ...(files === undefined ? {} : { body: files() }),
    })
    if (status < 300) went.add(route)
    expect([route, somebody.way, (await written(village, spares)).kept === before]).toEqual([
      route,
      somebody.way,
      true,
    ])
  }
  expect([...went].toSorted()).toEqual([...named].toSorted())
})
