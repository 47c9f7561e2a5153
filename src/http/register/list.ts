import { canonicalJson, lengthPrefixed } from '#domain/kernel/canonical.ts'
import { uuidOfHash } from '#domain/kernel/ids.ts'
import type { LocalDate } from '#domain/kernel/dates.ts'
import type { NetworkCommand } from '#domain/network.ts'
import type { FactSaid, Party, PartyFact } from '#domain/network/register/parties.ts'
import { isAccepted } from '#src/app/answer.ts'
import { type ListDiff, type Listed, factsListed, listDiff } from '#src/app/network/list-diff.ts'
import { registerOf } from '#src/app/network/register.ts'
import { readAgencyList } from '#src/exchange/agency-list/read.ts'
import { readerHere } from '#src/exchange/reader.ts'
import { hasTooManyCells } from '#src/exchange/paper-book/files.ts'
import { isWorkbook } from '#src/exchange/workbook/parts.ts'
import { bodyBytesMax } from '#src/http/commands/body.ts'
import type { HttpContext } from '#src/http/env.ts'
import { sendToNetwork } from '#src/http/gate.ts'
import { fileForms } from '#src/http/imports/file-forms.ts'
import type { Pages } from '#src/http/page.ts'
import { behindRegister, staffWords } from '#src/http/register/place.ts'
import { registerPath } from '#src/pages/register/parts.ts'
import { diffPart } from '#src/pages/register/diff-part.ts'
import { importWords } from '#src/words/words.ts'

type ListVisit = { readonly context: HttpContext }

/** A list held against the register, and whether it says nothing new. */
type Tried = ListDiff & { readonly on: LocalDate; readonly wasHere: boolean }

type Sourced = { readonly source: 'ministry-list'; readonly seenOn: LocalDate }

/** Ids come from what is written and from what it replaces, so that the same list again writes nothing twice. */
const idsOf = (context: HttpContext, on: LocalDate) => (what: string, about: unknown) => {
  const { hash } = context.get('needs')
  const { networkId } = context.get('network')
  return uuidOfHash(
    hash(lengthPrefixed([networkId, 'agency list', on, what, JSON.stringify(about)])),
  )
}

type Making = {
  readonly idOf: ReturnType<typeof idsOf>
  readonly envelope: { readonly v: 1; readonly effectiveOn: LocalDate }
  readonly sourced: Sourced
  readonly parties: readonly Party[]
}

/** The last that the register holds of its kind and that says otherwise or was taken out: what is said once more after it is new. */
const replacedBy = (fact: FactSaid, held: readonly PartyFact[]): readonly string[] =>
  held
    .filter(
      (one) =>
        one.fact.what === fact.what &&
        (one.withdrawn !== undefined || canonicalJson(one.fact) !== canonicalJson(fact)),
    )
    .slice(-1)
    .map(({ factId }) => factId)

const saying = (
  { idOf, envelope, sourced, parties }: Making,
  partyId: string,
  facts: readonly FactSaid[],
): NetworkCommand => {
  const held = parties.find((party) => party.partyId === partyId)?.facts ?? []
  const replaced = facts.map((fact) => replacedBy(fact, held))
  return {
    ...envelope,
    id: idOf('facts', [partyId, facts, ...replaced.flat()]),
    type: 'RecordPartyFacts',
    partyId,
    facts: facts.map((fact, i) => ({
      factId: idOf('fact', [partyId, fact, ...replaced[i]!]),
      fact,
    })),
    ...sourced,
  }
}

const entering = (making: Making, listed: Listed, on: LocalDate): readonly NetworkCommand[] => {
  const { idOf, envelope, sourced } = making
  const { km, latin } = listed
  const partyId = idOf('agency', [km ?? '', latin ?? ''])
  const names = { ...(km !== undefined && { km }), ...(latin !== undefined && { latin }) }
  return [
    {
      ...envelope,
      id: idOf('entry', partyId),
      type: 'RegisterParty',
      partyId,
      kind: 'agency',
      called: { what: 'name', ...names },
      ...sourced,
    },
    saying(making, partyId, factsListed(listed, on)),
  ]
}

const commandsOf = (
  context: HttpContext,
  parties: readonly Party[],
  { fresh, changed, on }: Tried,
): NetworkCommand[] => {
  const making: Making = {
    idOf: idsOf(context, on),
    envelope: { v: 1, effectiveOn: context.get('needs').today() },
    sourced: { source: 'ministry-list', seenOn: on },
    parties,
  }
  return [
    ...fresh.flatMap((listed) => entering(making, listed, on)),
    ...changed.map(({ party, facts }) => saying(making, party.partyId, facts)),
  ]
}

/** Reads a list and holds it against the register; written where it is no dry run. */
const take = async (context: HttpContext, file: File | undefined, dryRun: boolean) => {
  const words = staffWords(context)
  const { store, hash, reader = readerHere(hash), today } = context.get('needs')
  if (!file || file.size > bodyBytesMax) return { fault: words.listTooLarge }
  const bytes = new Uint8Array(await file.arrayBuffer())
  if (!isWorkbook(bytes) && hasTooManyCells([bytes])) return { fault: words.listTooLarge }
  const read = await readAgencyList(reader, bytes, today())
  if ('faults' in read) return { faults: read.faults }
  const { parties } = await registerOf(store, context.get('network').networkId)
  const diff = listDiff(parties, read.agencies, read.on)
  const wasHere = diff.fresh.length + diff.changed.length === 0
  const tried: Tried = { ...diff, on: read.on, wasHere }
  if (!dryRun && !wasHere) {
    const commands = commandsOf(context, parties, tried)
    const items = commands.map((command) => ({ command }))
    const answers = await sendToNetwork(context, items, { atomic: true })
    if (!answers.every(isAccepted)) return { fault: words.notTaken }
  }
  return { tried, bytes: [bytes] }
}

/** The pages by which an official list is taken in: first what it changes, then the writing of it. */
export const listPages = (pages: Pages): void =>
  fileForms<ListVisit, Tried>(pages, {
    path: `${registerPath.staff}/list`,
    rule: 'RegisterParty',
    find: async (context) => ({ context }),
    frame: ({ context }) => behindRegister(context),
    accept: '.csv,.xlsx,text/csv',
    asked: ({ context }) => {
      const words = staffWords(context)
      const { chooseAgain, chooseAgainWhy } = importWords.in(context.get('language'))
      return {
        shown: 'book',
        heading: words.listHeading,
        lead: words.listLead,
        notes: [words.listColumns],
        file: words.listFile,
        fileAgain: chooseAgain,
        fileAgainWhy: chooseAgainWhy,
        hereAlready: words.diffNothing,
        action: `${registerPath.staff}/list`,
        safe: registerPath.staff,
      }
    },
    take: ({ context }, [file], dryRun) => take(context, file, dryRun),
    told: ({ context }, tried) => diffPart(context.get('language'), tried),
    done: async () => ({ next: `${registerPath.staff}?done=1` }),
  })
