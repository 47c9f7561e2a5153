import type { NetworkCommand } from '#domain/network.ts'
import { changesLicence } from '#domain/network/register/parties.ts'
import { costInAll } from '#domain/network/roads/costs.ts'
import type { Route } from '#domain/network/roads/routes.ts'
import type { WatchLetter } from '#domain/network/watch/watch.ts'
import type { Hasher, NetworkViews } from '#domain/ports.ts'
import type { CaseNeeds } from '#src/app/cases/team.ts'
import type { NamingNeeds } from '#src/app/identity/identity.ts'
import { type Register, registerOf } from '#src/app/network/register.ts'
import { sealedBehind } from '#src/app/watch/checked.ts'
import { replyText } from '#src/app/watch/reply-texts.ts'
import { groundsSeal } from '#src/app/watch/sealed-parts.ts'
import { watchBookOf } from '#src/app/watch/watch-book.ts'

/*
 * Whoever stands behind what somebody else has said has read it, on a page as by a program: what lies sealed was opened by that
 * login, and what stands in the book is said once more as it stands there (ADR 197).
 */

/** A road as whoever checks it has read it. */
export const roadRead = ({ country, way, state, costs }: Route) => ({
  country,
  way,
  state,
  cost: costInAll(costs),
})

/** The same of a letter. */
export const letterRead = ({ partyId, to, on: sentOn, reportIds }: WatchLetter) => ({
  partyId,
  to,
  sentOn,
  reportIds,
})

type ReadParty = Pick<Register['parties'][number], 'facts'>

/** What becomes of a licence by some lines: each of those that change one. */
export const licencesRead = (facts: ReadParty['facts']) =>
  facts.flatMap((one) => {
    const licence = changesLicence(one)
    return licence ? [{ factId: one.factId, became: licence.became, from: licence.from }] : []
  })

/** What nobody says of words who has not read them: the digest that the book has is not made of the letter. */
export const wordsRead = ({ hash }: { readonly hash: Hasher }, letterId: string, text: string) =>
  hash(`${letterId} ${text}`)

type GateNeeds = NamingNeeds & {
  readonly store: Pick<NetworkViews, 'networkSubjects' | 'registerSubjects' | 'networkHead'>
  readonly cases?: Omit<CaseNeeds, 'networkId' | 'clock'>
  readonly clock: CaseNeeds['clock']
}

type Of<Type extends NetworkCommand['type']> = Extract<NetworkCommand, { readonly type: Type }>
type Reader = { readonly networkId: string; readonly userId: string }

/** Whether all that stands there is said as it stands; of what is not there the rules speak. */
const isSaid = <One extends object>(there: One | undefined, said: object | undefined): boolean =>
  there === undefined ||
  (said !== undefined &&
    Object.entries(there).every(
      ([name, value]) =>
        JSON.stringify(value) === JSON.stringify((said as Readonly<Record<string, unknown>>)[name]),
    ))

const casesOf = ({ cases, clock, hash }: GateNeeds, { networkId }: Reader) =>
  cases && { ...cases, clock, hash, networkId }

/** Whether the login has opened what stands behind the check of a report, as it lies now; where nothing does there is nothing to open. */
const hasOpened = async (
  needs: GateNeeds,
  reader: Reader,
  { decisionId }: Of<'ConfirmDecision'>,
): Promise<boolean> => {
  const kept = casesOf(needs, reader)
  const decision = (await watchBookOf(needs.store, reader.networkId)).decisions.get(decisionId)
  if (!kept || decision?.what !== 'ruling') return true
  const sealed = await sealedBehind(kept, decision.reportId)
  const seal = sealed && (await groundsSeal(kept, sealed.code))
  return (
    seal === undefined ||
    sealed!.custody.some(
      ({ by, did, digest }) => by === reader.userId && did === 'grounds-opened' && digest === seal,
    )
  )
}

const hasReadWords = async (
  needs: GateNeeds,
  reader: Reader,
  { letterId, digest, reads }: Of<'ConfirmReplyText'>,
): Promise<boolean> => {
  const kept = casesOf(needs, reader)
  const text = kept && (await replyText(kept, digest))
  return text === undefined || reads === wordsRead(needs, letterId, text)
}

/** Each line that changes a licence is said by itself, as it stands. */
const hasReadLicences = (
  { parties }: Pick<Register, 'parties'>,
  { facts, reads = [] }: Of<'CheckPartyFacts'>,
): boolean => {
  const wanted = new Set(facts.map(({ partyId, factId }) => `${partyId} ${factId}`))
  const said = new Map(reads.map((one) => [one.factId, one]))
  const lines = parties.flatMap((party) =>
    party.facts.filter(({ factId }) => wanted.has(`${party.partyId} ${factId}`)),
  )
  return licencesRead(lines).every((line) => isSaid(line, said.get(line.factId)))
}

/** Why a confirmation is not taken: whoever sends it has not read what it confirms. */
export const unreadRefusal =
  (needs: GateNeeds, reader: Reader) =>
  async (command: NetworkCommand): Promise<string | undefined> => {
    const { store } = needs
    const { networkId } = reader
    const otherwise = (isRead: boolean) => (isRead ? undefined : 'not-as-read')
    switch (command.type) {
      case 'ConfirmDecision':
        return (await hasOpened(needs, reader, command)) ? undefined : 'grounds-not-opened'
      case 'ConfirmReplyText':
        return otherwise(await hasReadWords(needs, reader, command))
      case 'ConfirmWatchLetter': {
        const letter = (await watchBookOf(store, networkId)).letters.get(command.letterId)
        return otherwise(isSaid(letter && letterRead(letter), command.reads))
      }
      case 'CheckRoute': {
        const { routes } = await registerOf(store, networkId)
        const road = routes.find(({ routeId }) => routeId === command.routeId)
        return otherwise(isSaid(road && roadRead(road), command.reads))
      }
      case 'CheckPartyFacts':
        return otherwise(hasReadLicences(await registerOf(store, networkId), command))
      default:
        return undefined
    }
  }
