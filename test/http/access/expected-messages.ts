import { clipsPath } from '#src/pages/clip-files.ts'
import type { Expected } from '#test/http/access/expected.ts'
import type { Way } from '#test/http/access/people.ts'
import type { Made, Means } from '#test/http/access/means.ts'
import { secretOfAll } from '#test/http/access/two-networks.ts'

type Who = {
  readonly anybody: (answers: number) => Expected
  readonly fund: (may: readonly Way[], answers?: number, instead?: Expected['instead']) => Expected
  readonly officers: readonly Way[]
  readonly cardIssuers: readonly Way[]
  readonly members: readonly Way[]
}

/** Texts to phones: officers read counts, whoever hands out cards hands out codes, and everybody chooses for oneself. */
export const ofMessages = ({
  anybody,
  fund,
  officers,
  cardIssuers,
  members,
}: Who): Readonly<Record<string, Expected>> => ({
  // Whoever is signed in or not: only a gateway's signature counts.
  'POST /v1/networks/:networkId/messages': anybody(401),
  // A word that nobody speaks.
  [`GET ${clipsPath}`]: anybody(404),
  'GET /v1/funds/:fundId/messages': fund(officers),
  'POST /v1/funds/:fundId/messages/codes': fund(cardIssuers, 201),
  'DELETE /v1/funds/:fundId/messages/phones/:memberId': fund(cardIssuers),
  'GET /v1/funds/:fundId/messages/own': fund(members),
  // Nobody's phone is linked here.
  'PUT /v1/funds/:fundId/messages/own': fund(members, 404),
  'DELETE /v1/funds/:fundId/messages/own': fund(members),
  // Whoever came by a card has another secret than the one that is given here.
  'POST /v1/funds/:fundId/messages/own/code': fund(members, 201, { 'household-card': 403 }),
  'GET /funds/:fundId/messages': fund(officers),
  'POST /funds/:fundId/messages': fund(cardIssuers),
  // A live service sends in earnest: nothing is tried there.
  'POST /funds/:fundId/messages/try': fund(officers, 404),
  'GET /funds/:fundId/me/messages': fund(members),
  'POST /funds/:fundId/me/messages': fund(members, 200, { 'household-card': 403 }),
})

export const messageBodies: Readonly<Record<string, (means: Means) => Made>> = {
  'POST /v1/networks/:networkId/messages': () => ({ json: { from: '012345678', text: '1' } }),
  'POST /v1/funds/:fundId/messages/codes': ({ target }) => ({
    json: { memberId: target.memberId },
  }),
  'PUT /v1/funds/:fundId/messages/own': () => ({
    json: { kinds: ['receipt'], withAmounts: false, language: 'km' },
  }),
  'POST /v1/funds/:fundId/messages/own/code': () => ({ json: { secret: secretOfAll } }),
  'POST /funds/:fundId/messages': ({ target }) => ({
    form: { memberId: target.memberId, step: 'code' },
  }),
  'POST /funds/:fundId/messages/try': () => ({ form: { from: '012345678', text: '1' } }),
  'POST /funds/:fundId/me/messages': () => ({ form: { step: 'code', secret: secretOfAll } }),
}
