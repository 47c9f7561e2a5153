import { z } from '@hono/zod-openapi'
import { staffRoles } from '#domain/access/roles.ts'
import { fundListOf } from '#src/app/network/fund-list.ts'
import { networkBookOf } from '#src/app/network/network-views.ts'
import { ofNetwork } from '#src/http/api.ts'
import { day, id } from '#src/http/reads/query.ts'
import { readPlain } from '#src/http/reads/read.ts'

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

const oneNetwork = readPlain({
  path: '/v1/networks/{networkId}',
  ...ofNetwork('see-network'),
  summary: 'A network: its funds, and its staff with the terms of their rights',
  request: { params: z.object({ networkId: id }), query: z.strictObject({}) },
  answer: network,
  said: 'The network',
  of: async (context) => {
    const { store } = context.get('needs')
    const book = await networkBookOf(store, context.get('network').networkId)
    if (!book) return undefined
    const { networkId, staff } = book
    const funds = (await fundListOf(store, networkId)).map(({ fundId, villageCode }) => ({
      fundId,
      villageCode: villageCode ?? null,
    }))
    const known = staff.map(({ userId, appointments, assignments }) => ({
      userId,
      appointments,
      assignments,
    }))
    return { networkId, funds, staff: known }
  },
})

export const networkReads = [oneNetwork] as const
