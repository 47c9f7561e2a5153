import { z } from '@hono/zod-openapi'
import { isActingOn } from '#domain/fund/people/members.ts'
import { bookOf } from '#src/app/queries.ts'
import { kinOnDay } from '#src/app/stepping-out.ts'
import type { AppNeeds } from '#src/http/needs.ts'
import { scopeOfToken } from '#src/app/identity/identity.ts'
import { note } from '#src/app/activity.ts'
import { offlineDays, phoneShareOf } from '#src/app/identity/phone-share.ts'
import { newApi, ofAnybody, ofFund } from '#src/http/api.ts'
import { day, id } from '#src/http/reads/query.ts'
import { fundNameOf } from '#src/app/network/fund-names.ts'
import { fundPath } from '#src/http/reads/funds.ts'
import { readPlain } from '#src/http/reads/read.ts'
import { tokenOf } from '#src/http/sessions.ts'

const taken = z
  .strictObject({
    actor: z.string().openapi({ description: 'As entries of this caller name who wrote them' }),
    device: z.string(),
    fundName: z.string().nullable(),
    isPractice: z.boolean(),
    today: day,
    names: z.array(
      z.strictObject({
        memberId: id,
        khmer: z.string().nullable(),
        latin: z.string().nullable(),
      }),
    ),
    memberId: id.nullable().openapi({ description: 'Who of the members the caller is' }),
    stepsOut: z.array(z.strictObject({ memberId: id, officerId: id })).openapi({
      description: 'Which officers have no part in whose matter, and not why',
    }),
    sealTo: z.string().nullable().openapi({
      description: 'A point of P-256 (base64url), to which a second person’s word is sealed',
    }),
    share: z.string().openapi({
      description:
        'A part of the key to the book on this phone; another phone or person has another',
    }),
    offlineDays: z.int().openapi({
      description: 'For so many days the phone may keep its share without asking again',
    }),
  })
  .openapi('TakenAlong')

/** Who of the officers steps out of whose matter today: as forms at the desk leave them out, and never why. */
const steppingOut = async ({ store, today }: AppNeeds, fundId: string) => {
  const { members = [] } = (await bookOf(store, fundId)) ?? {}
  const kin = await store.kinships(fundId)
  const day = today()
  const officers = members.filter((one) => isActingOn(one, day))
  return members.flatMap(({ memberId }) => {
    const out = kinOnDay(kin, members, { memberId, day })
    return officers
      .filter((one) => out.has(one.memberId))
      .map(({ memberId: officerId }) => ({ memberId, officerId }))
  })
}

const takeAlong = readPlain({
  path: '/v1/funds/{fundId}/phone',
  summary: 'What a phone of the committee takes along to a meeting without network',
  description:
    'Names stand in no journal: they are read here, and the look is written down. The share is derived and kept nowhere; whoever was shut out gets it no more, and what lies on the phone stays closed.',
  ...ofFund('read-names'),
  request: { params: fundPath },
  answer: taken,
  said: 'What is taken along',
  of: async (context) => {
    const needs = context.get('needs')
    const { fundId } = context.get('fund')
    const { by } = context.get('caller')!
    await note(needs, { ...by, scope: fundId, action: 'read-names', subject: '', outcome: 'read' })
    const names = await needs.store.names(fundId)
    const { ownMemberId: memberId = null } = context.get('fund')
    return {
      ...by,
      fundName: (await fundNameOf(needs.store, fundId)) ?? null,
      isPractice: needs.isPractice,
      today: needs.today(),
      names: names.map(({ memberId, khmer = null, latin = null }) => ({ memberId, khmer, latin })),
      memberId,
      stepsOut: await steppingOut(needs, fundId),
      sealTo: (await needs.phoneSeal?.publicKey(fundId)) ?? null,
      share: phoneShareOf(needs, { fundId, ...by }),
      offlineDays,
    }
  },
})

const ownDevice = readPlain({
  path: '/v1/devices/current',
  summary: 'Whether this device was shut out',
  description:
    'Asked by a phone whose session is over, with the cookie of its own device: what was shut out wipes what it holds. A device that nobody knows is told false.',
  ...ofAnybody,
  request: {},
  answer: z.strictObject({ isShutOut: z.boolean() }).openapi('OwnDevice'),
  said: 'Whether it was shut out',
  of: async (context) => {
    const { store, hash } = context.get('needs')
    const token = tokenOf(context, 'device')
    const networkId = token === undefined ? undefined : scopeOfToken(token)
    const device =
      token === undefined || networkId === undefined
        ? undefined
        : await store.deviceByToken(networkId, hash(token))
    return { isShutOut: device?.revokedAt !== undefined }
  },
})

/** What a phone asks beside the journal and the commands. */
export const phoneRoutes = () => newApi().openapiRoutes([takeAlong, ownDevice])
