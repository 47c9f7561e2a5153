import { type Decision, invalid, refused } from '#domain/kernel/decision.ts'
import type { LocalDate } from '#domain/kernel/dates.ts'
import { day, group, list, optional, word } from '#domain/kernel/shape.ts'
import { checkFault, checkWay, withdrawalReason } from '#domain/network/checked.ts'
import { approvedBy, approverFault, approverOf } from '#domain/network/second.ts'
import type { Network } from '#domain/network/state.ts'
import {
  type FactSaid,
  type PartyKind,
  canBeSaidOf,
  called,
  factId,
  erasureReasons,
  isSealed,
  licenceSteps,
  partyFact,
  partyId,
  partyKinds,
  sourced,
} from '#domain/network/register/parties.ts'
import { isOfficial, type Source } from '#domain/network/register/sources.ts'
import { worksUnder } from '#domain/network/register/tree.ts'
import { careStaff, decidingStaff } from '#domain/operations/may.ts'
import { asSaid, networkOperation } from '#domain/operations/operation.ts'

/** Alone: nothing that one person says here counts for anybody. */
const byOneOfTheTeam = { may: careStaff, second: 'none' } as const

const aboutParty = (entry: { readonly partyId: string }) =>
  [{ kind: 'party', key: entry.partyId }] as const

type Sourced = {
  readonly source: Source
  readonly seenOn: LocalDate
  readonly effectiveOn: LocalDate
}

const factFault = (
  kind: PartyKind,
  fact: FactSaid,
  { source, seenOn, effectiveOn }: Sourced,
): Decision<never, string> | undefined => {
  if (!canBeSaidOf(kind, fact.what)) return refused('fact-not-of-this-kind')
  if (seenOn > effectiveOn) return invalid('source-in-the-future', '/seenOn')
  if (fact.what === 'name' && fact.km === undefined && fact.latin === undefined)
    return refused('name-missing')
  if (fact.what !== 'licence') return undefined
  // Whether somebody has a licence only the authority can say.
  if (!isOfficial(source)) return refused('source-not-official')
  return fact.until !== undefined && fact.until < fact.from
    ? refused('ends-before-it-begins')
    : undefined
}

/** Writes somebody into the register who finds work for people or employs them. It counts once a second one has checked it. */
export const registerParty = networkOperation({
  ...byOneOfTheTeam,
  command: 'RegisterParty',
  entry: 'PartyRegistered',
  oneHand: 'sight',
  description:
    'An agency by its name, everybody else by a keyed mark: names and phones of persons stand in no journal. The name is the first fact, and its id is the party’s.',
  asks: { partyId, kind: word(partyKinds, 'kind-unknown'), called, ...sourced },
  keeps: ['partyId', 'kind', 'called', 'source', 'seenOn', 'document'],
  decide: ({ parties }: Network, command) =>
    parties.has(command.partyId)
      ? refused('party-already-there')
      : (factFault(command.kind, command.called, command) ?? asSaid),
  about: aboutParty,
})

/** So much is said of one at once: ten years of a licence, with room. */
const saidAtOnceMax = 50

const facts = list(group({ factId, fact: partyFact }), {
  min: 1,
  max: saidAtOnceMax,
  code: 'facts-missing',
})

type Said = { readonly partyId: string; readonly fact: FactSaid }

/** Nobody works for themselves, by however many others. */
const bossFault = (
  { parties }: Network,
  { partyId: whose, fact }: Said,
): Decision<never, string> | undefined => {
  if (fact.what !== 'works-for') return undefined
  if (!parties.has(fact.partyId)) return refused('boss-unknown')
  return worksUnder(parties, fact.partyId, whose) ? refused('works-for-itself') : undefined
}

/** Says something of somebody in the register, with its source and the source's day. */
export const recordPartyFacts = networkOperation({
  ...byOneOfTheTeam,
  command: 'RecordPartyFacts',
  entry: 'PartyFactsRecorded',
  oneHand: 'sight',
  description:
    'It counts for nobody until a second one of the staff has checked it. What becomes of a licence is taken from an official source alone.',
  asks: { partyId, facts, ...sourced },
  keeps: ['partyId', 'facts', 'source', 'seenOn', 'document'],
  decide: (network: Network, command) => {
    const { partyId: whose } = command
    const party = network.parties.get(whose)
    if (!party) return invalid('party-unknown', '/partyId')
    const known = new Set(party.facts.map((one) => one.factId))
    for (const { factId: id, fact } of command.facts) {
      if (known.has(id)) return refused('fact-already-there')
      known.add(id)
      const fault =
        factFault(party.kind, fact, command) ?? bossFault(network, { partyId: whose, fact })
      if (fault) return fault
    }
    return asSaid
  },
  about: aboutParty,
})

/** So many facts are looked at by one who holds an official list against what was taken from it. */
const factsAtOnceMax = 500

const named = list(group({ partyId, factId }), {
  min: 1,
  max: factsAtOnceMax,
  code: 'facts-missing',
})

/** What becomes of each licence, as whoever checks has read it. */
const licencesRead = optional(
  list(group({ factId, became: word(licenceSteps, 'licence-step-unknown'), from: day }), {
    min: 0,
    max: factsAtOnceMax,
    code: 'facts-missing',
  }),
)

const factAt = ({ parties }: Network, at: { readonly partyId: string; readonly factId: string }) =>
  parties.get(at.partyId)?.facts.find((one) => one.factId === at.factId)

/** Of what two stand behind nobody works for themselves, by however many others that are looked at with it. */
const circleFault = (
  network: Network,
  at: { readonly partyId: string; readonly factId: string },
  looking: ReadonlySet<string>,
): Decision<never, string> | undefined => {
  const said = factAt(network, at)?.fact
  if (said?.what !== 'works-for') return undefined
  return worksUnder(network.parties, said.partyId, at.partyId, looking)
    ? refused('works-for-itself')
    : undefined
}

/** Somebody who has entered none of it has held it against its source; from then on it counts. */
export const checkPartyFacts = networkOperation({
  ...byOneOfTheTeam,
  command: 'CheckPartyFacts',
  entry: 'PartyFactsChecked',
  oneHand: 'decision',
  description:
    'Whoever entered one of them cannot check it, nor can a login that could be the same person: `checked-by-whoever-entered`, `approver-reset-lately`. Said again it renews the look: of a licence that is good for 30 days. Each line that changes a licence is said once more in `reads`, with what becomes of it and from which day on; without it, or otherwise, it is `not-as-read`.',
  asks: { facts: named, how: checkWay, reads: licencesRead },
  keeps: ['facts', 'how'],
  decide: (network: Network, { facts, effectiveOn: on }) => {
    const looking = new Set(facts.map(({ factId: id }) => id))
    for (const [i, one] of facts.entries()) {
      const at = `/facts/${i}/factId`
      const fact = factAt(network, one)
      const fault =
        checkFault(fact, on, { code: 'fact-unknown', at }) ?? circleFault(network, one, looking)
      if (fault) return fault
    }
    return asSaid
  },
  about: ({ facts }) =>
    [...new Set(facts.map(({ partyId: key }) => key))].map(
      (key) => ({ kind: 'party', key }) as const,
    ),
})

/** Two take a fact out: who takes out a removal lets somebody send people again, and who takes out a grant stops an honest one. */
export const withdrawPartyFact = networkOperation({
  may: decidingStaff,
  second: approverOf,
  command: 'WithdrawPartyFact',
  entry: 'PartyFactWithdrawn',
  oneHand: 'decision',
  asks: { partyId, factId, why: withdrawalReason, approvedBy },
  keeps: ['partyId', 'factId', 'why', 'approvedBy'],
  decide: (network: Network, command) =>
    checkFault(factAt(network, command), command.effectiveOn, {
      code: 'fact-unknown',
      at: '/factId',
    }) ??
    approverFault(network, command) ??
    asSaid,
  about: aboutParty,
})

/**
 * Two erase a name or a phone that lies sealed beside the journal. The journal stays whole: it has a mark, which without the words
 * and the secret says nothing, and this entry, by which everybody sees that they are gone and why.
 */
export const erasePartyWords = networkOperation({
  may: decidingStaff,
  second: approverOf,
  command: 'ErasePartyWords',
  entry: 'PartyWordsErased',
  oneHand: 'decision',
  description:
    'The words are gone from the database for good; backups of before still hold them until they are thrown away. An agency’s name stands in the journal itself and cannot be erased.',
  asks: { partyId, factId, why: word(erasureReasons, 'reason-unknown'), approvedBy },
  keeps: ['partyId', 'factId', 'why', 'approvedBy'],
  decide: (network: Network, command) => {
    const one = factAt(network, command)
    if (!one) return invalid('fact-unknown', '/factId')
    if (!isSealed(one)) return refused('fact-not-sealed')
    if (one.erased) return refused('erased-already')
    if (command.effectiveOn < one.enteredOn) return refused('checked-before-entered')
    return approverFault(network, command) ?? asSaid
  },
  about: aboutParty,
})
