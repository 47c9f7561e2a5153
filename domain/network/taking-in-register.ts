import { type LocalDate, later } from '#domain/kernel/dates.ts'
import { afterCheck } from '#domain/network/checked.ts'
import type { Network } from '#domain/network/state.ts'
import { type PartyFact, factChecked } from '#domain/network/register/parties.ts'
import type { PriceBody, RegisterBody, RoadBody } from '#domain/operations/network.ts'

type Entered = { readonly by: string; readonly on: LocalDate }
/** When it was written down, by the clock of the service, and after which others. */
type EnteredAt = Entered & { readonly writtenOn: LocalDate; readonly seq: number }

const changeFact = (
  { parties }: Network,
  { partyId, factId }: { readonly partyId: string; readonly factId: string },
  after: (one: PartyFact) => PartyFact,
): void => {
  const party = parties.get(partyId)!
  const facts = party.facts.map((one) => (one.factId === factId ? after(one) : one))
  parties.set(partyId, { ...party, facts })
}

const sourceOf = ({
  source,
  seenOn,
  document,
}: Pick<PartyFact, 'source' | 'seenOn' | 'document'>) => ({
  source,
  seenOn,
  ...(document !== undefined && { document }),
})

/** Takes in what an entry says of the register, in place. Who wrote it is the journal's own word. */
export const takeInRegister = (
  network: Network,
  body: RegisterBody,
  { by, on, writtenOn, seq }: EnteredAt,
): void => {
  const entered = { enteredBy: by, enteredOn: on }
  const written = { on: later(on, writtenOn), seq }
  switch (body.type) {
    case 'PartyRegistered': {
      const { partyId, kind, called: fact } = body
      const first = { factId: partyId, fact, ...sourceOf(body), ...entered }
      network.parties.set(partyId, { partyId, kind, facts: [first] })
      return
    }
    case 'PartyFactsRecorded': {
      const party = network.parties.get(body.partyId)!
      const more = body.facts.map((one) => ({ ...one, ...sourceOf(body), ...entered }))
      network.parties.set(body.partyId, { ...party, facts: [...party.facts, ...more] })
      return
    }
    case 'PartyFactsChecked':
      for (const named of body.facts)
        changeFact(network, named, (one) => factChecked(one, { by, on, how: body.how }, written))
      return
    case 'PartyFactWithdrawn':
      changeFact(network, body, (one) => ({ ...one, withdrawn: { ...written, why: body.why } }))
      return
    case 'PartyWordsErased':
      changeFact(network, body, (one) => ({ ...one, erased: { on, why: body.why } }))
      return
  }
}

/** Whether what an entry names came before it. */
export const isKnownToRegister = ({ parties }: Network, body: RegisterBody): boolean => {
  const isThere = (at: { readonly partyId: string; readonly factId: string }): boolean =>
    parties.get(at.partyId)?.facts.some(({ factId }) => factId === at.factId) ?? false
  switch (body.type) {
    case 'PartyRegistered':
      return true
    case 'PartyFactsRecorded':
      return parties.has(body.partyId)
    case 'PartyFactsChecked':
      return body.facts.every(isThere)
    case 'PartyFactWithdrawn':
    case 'PartyWordsErased':
      return isThere(body)
  }
}

const withoutFrame = <Body extends RoadBody | PriceBody>({
  type: _t,
  v: _v,
  flags: _f,
  postings: _p,
  ...said
}: Body) => said

/** Takes in what an entry says of a road, in place. */
export const takeInRoad = ({ routes }: Network, body: RoadBody, { by, on }: Entered): void => {
  if (body.type === 'RouteProposed') {
    routes.set(body.routeId, { ...withoutFrame(body), enteredBy: by, enteredOn: on })
    return
  }
  const before = routes.get(body.routeId)!
  const after =
    body.type === 'RouteChecked'
      ? afterCheck(before, { by, on, how: body.how })
      : { ...before, withdrawn: { on, why: body.why } }
  routes.set(body.routeId, after)
}

export const isKnownToRoads = ({ routes }: Network, body: RoadBody): boolean =>
  body.type === 'RouteProposed' || routes.has(body.routeId)

/** Takes in what an entry says of the price of sending money home, in place. */
export const takeInPrice = ({ prices }: Network, body: PriceBody, { by, on }: Entered): void => {
  if (body.type === 'TransferPriceProposed') {
    prices.set(body.priceId, { ...withoutFrame(body), enteredBy: by, enteredOn: on })
    return
  }
  const before = prices.get(body.priceId)!
  const after =
    body.type === 'TransferPriceChecked'
      ? afterCheck(before, { by, on, how: body.how })
      : { ...before, withdrawn: { on, why: body.why } }
  prices.set(body.priceId, after)
}

export const isKnownToPrices = ({ prices }: Network, body: PriceBody): boolean =>
  body.type === 'TransferPriceProposed' || prices.has(body.priceId)
