import { z } from '@hono/zod-openapi'
import { checkWays, withdrawalReasons } from '#domain/network/checked.ts'
import { numberKinds } from '#domain/network/numbers.ts'
import { countries, provinces, spokenLanguages } from '#domain/network/places.ts'
import {
  capacities,
  registrations,
  serviceStandards,
  servicesOf,
} from '#domain/network/directory.ts'
import { serviceKinds } from '#domain/network/service-kinds.ts'
import { numbersOf } from '#src/app/network/numbers.ts'
import { ofNetwork } from '#src/http/api.ts'
import { ownBookOf } from '#src/http/directory/checking.ts'
import { day, id } from '#src/http/reads/query.ts'
import { readPlain } from '#src/http/reads/read.ts'

const states = ['waiting', 'current', 'stale', 'withdrawn'] as const

const kept = {
  enteredBy: z.string(),
  enteredOn: day,
  check: z
    .object({ by: z.string(), on: day, how: z.enum(checkWays) })
    .optional()
    .openapi({ description: 'The last look of somebody who has not entered it' }),
  withdrawn: z.object({ on: day, why: z.enum(withdrawalReasons) }).optional(),
  state: z.enum(states).openapi({ description: 'Only what is `current` may be relied on' }),
  checkAgainOn: day.optional(),
}

const languages = z.array(z.enum(spokenLanguages))

const number = z.object({
  numberId: id,
  country: z.enum(countries),
  kind: z.enum(numberKinds),
  number: z.string(),
  name: z.string().optional(),
  isFree: z.boolean().optional(),
  hours: z.string().optional(),
  languages,
  ...kept,
})

const service = z.object({
  serviceId: id,
  kind: z.enum(serviceKinds),
  name: z.string(),
  country: z.enum(countries),
  province: z
    .enum(provinces)
    .optional()
    .openapi({ description: 'Which it serves; left out where it serves the whole country' }),
  does: z.string(),
  standards: z.array(z.enum(serviceStandards)),
  registration: z.object({ status: z.enum(registrations), on: day }).optional(),
  capacity: z.enum(capacities).optional(),
  languages,
  phone: z.string().openapi({ description: 'Of a shelter, that of the desk which refers to it' }),
  address: z.string().optional().openapi({ description: 'Never of a shelter' }),
  ...kept,
  isStale: z.boolean(),
})

const goodForDays = z.int().openapi({ description: 'For so many days a check is good' })
const params = z.object({ networkId: id })

const numbers = readPlain({
  path: '/v1/networks/{networkId}/numbers',
  ...ofNetwork('read-numbers'),
  summary: 'All numbers of a network, with what waits for a check and what was taken out',
  request: { params, query: z.strictObject({}) },
  answer: z.object({ goodForDays, numbers: z.array(number) }).openapi('KeptNumbers'),
  said: 'In the order of the countries',
  of: async (context) => {
    const book = await ownBookOf(context)
    const rows = numbersOf(book, context.get('needs').today())
    return { goodForDays: book.goodForDays, numbers: rows }
  },
})

const whoCanHelp = readPlain({
  path: '/v1/networks/{networkId}/services',
  ...ofNetwork('read-services'),
  summary: 'The directory of services, by kind and province',
  description: 'What was taken out is left out. A service of a whole country serves each province.',
  request: {
    params,
    query: z.strictObject({
      kind: z.enum(serviceKinds, 'kind-unknown').optional(),
      province: z.enum(provinces, 'province-unknown').optional(),
    }),
  },
  answer: z.object({ goodForDays, services: z.array(service) }).openapi('Services'),
  said: 'What can be relied on first',
  of: async (context) => {
    const book = await ownBookOf(context)
    const asked = { ...context.req.valid('query'), today: context.get('needs').today() }
    return { goodForDays: book.goodForDays, services: servicesOf(book, asked) }
  },
})

export const directoryReads = [numbers, whoCanHelp] as const
