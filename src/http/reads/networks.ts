import { createRoute, z } from '@hono/zod-openapi'
import { staffRoles } from '#domain/access/roles.ts'
import type { Fund } from '#domain/fund/fund.ts'
import type { FundViews } from '#domain/ports.ts'
import { networkBookOf } from '#src/app/network-views.ts'
import { json, newApi, ofNetwork, problems } from '#src/http/api.ts'
import { day, id, none } from '#src/http/reads/asked.ts'

const term = { from: day, until: day, endedOn: day.optional() }

const network = z
  .object({
    networkId: id,
    funds: z.array(z.object({ fundId: id, villageCode: z.string().nullable() })),
    staff: z
      .array(
        z.object({
          userId: id,
          appointments: z.array(z.object({ role: z.enum(staffRoles), ...term })),
          assignments: z.array(z.object({ fundId: id, ...term })),
        }),
      )
      .openapi({ description: 'Ids, never names; a right that has ended is told too' }),
  })
  .openapi('Network')

const oneRoute = createRoute({
  method: 'get',
  path: '/v1/networks/{networkId}',
  ...ofNetwork('see-network'),
  tags: ['networks'],
  summary: 'A network: its funds, and its staff with the terms of their rights',
  request: { params: z.object({ networkId: id }), query: z.strictObject({}) },
  responses: { 200: json(network, 'The network'), ...problems },
})

const villageCodeOf = async (store: FundViews, fundId: string): Promise<string | null> => {
  const row = (await store.subjects(fundId)).find(({ kind }) => kind === 'fund')
  return row ? (JSON.parse(row.data) as Fund).villageCode : null
}

export const networkReads = () =>
  newApi().openapi(oneRoute, async (context) => {
    const { store } = context.get('needs')
    const book = await networkBookOf(store, context.get('network').networkId)
    if (!book) return none()
    const { networkId, fundIds, staff } = book
    const funds = await Promise.all(
      fundIds.map(async (fundId) => ({ fundId, villageCode: await villageCodeOf(store, fundId) })),
    )
    const known = staff.map(({ userId, appointments, assignments }) => ({
      userId,
      appointments: [...appointments],
      assignments: [...assignments],
    }))
    return context.json({ networkId, funds, staff: known }, 200)
  })
