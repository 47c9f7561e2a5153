import type { Sealing } from '#domain/grants/files.ts'
import { type Party, factsOf, nameOf } from '#domain/network/register/parties.ts'
import { phoneKey, searchKey } from '#domain/network/register/search.ts'
import { ofNoFund } from '#src/app/links/addresses.ts'
import { type RowNeeds, foundRow, foundRows, markOf, sealedRow } from '#src/app/messages/rows.ts'

/*
 * Names and phones of whoever is no agency: they can be persons, so the journal has a keyed mark of each, and the words are kept
 * sealed beside it. By its mark one name or number is known again in another village; whoever has the database alone reads neither.
 */

/** What is sealed, by the fact that the journal has a mark of. */
export type SealedWords = {
  readonly partyId: string
  readonly factId: string
  readonly km?: string
  readonly latin?: string
  readonly phone?: string
}

type SealNeeds = { readonly sealing: Sealing }

/** The mark of a name or a number: two spellings that sound alike, and two ways of writing a number, have one. */
export const markOfWords = (
  { sealing }: SealNeeds,
  networkId: string,
  { km, latin, phone }: Pick<SealedWords, 'km' | 'latin' | 'phone'>,
): Promise<string> =>
  sealing.mark(
    networkId,
    phone === undefined
      ? `party name ${searchKey(latin ?? km ?? '')}`
      : `party phone ${phoneKey(phone)}`,
  )

export const sealedWordsRow = (needs: SealNeeds, networkId: string, words: SealedWords) =>
  sealedRow(needs, networkId, { kind: 'party', key: words.factId, fundId: ofNoFund, value: words })

/** All that is sealed of a network's register; what was erased is left out. */
export const sealedWords = async (
  needs: RowNeeds,
  networkId: string,
): Promise<readonly SealedWords[]> =>
  (await foundRows<SealedWords>(needs, networkId, { kind: 'party', fundId: ofNoFund })).map(
    ({ value }) => value,
  )

/** Throws the words of facts away; what is not there any more is no matter. */
export const dropWords = async (
  needs: RowNeeds,
  networkId: string,
  factIds: readonly string[],
): Promise<void> => {
  if (factIds.length === 0) return
  const drop = await Promise.all(
    factIds.map(async (key) => ({
      kind: 'party' as const,
      mark: await markOf(needs, networkId, { kind: 'party', key }),
    })),
  )
  await needs.store.changeMessageRows(networkId, { drop })
}

/** What is sealed of one fact; undefined where it was erased. */
export const sealedWordsOf = async (
  needs: RowNeeds,
  networkId: string,
  factId: string,
): Promise<SealedWords | undefined> =>
  (await foundRow<SealedWords>(needs, networkId, { kind: 'party', key: factId }))?.value

/** Somebody of the register with all names and numbers by which they can be found. */
export type NamedParty = {
  readonly party: Party
  /** As they are shown: of two scripts both, the first one first. */
  readonly called: readonly string[]
  readonly names: readonly string[]
  readonly phones: readonly string[]
}

const present = (words: readonly (string | undefined)[]): readonly string[] =>
  words.filter((one) => one !== undefined)

/** Every party with its names, those that are sealed among them. */
export const namedParties = (
  parties: readonly Party[],
  sealed: readonly SealedWords[],
): readonly NamedParty[] => {
  const byParty = Map.groupBy(sealed, ({ partyId }) => partyId)
  return parties.map((party) => {
    const own = byParty.get(party.partyId) ?? []
    const open = factsOf(party, 'name').flatMap(({ fact }) => present([fact.km, fact.latin]))
    const hidden = own.flatMap(({ km, latin }) => present([km, latin]))
    const { km, latin } = nameOf(party)
    const first = own.find(({ factId }) => factId === party.partyId)
    return {
      party,
      called: party.kind === 'agency' ? present([km, latin]) : present([first?.km, first?.latin]),
      names: [...open, ...hidden],
      phones: present(own.map(({ phone }) => phone)),
    }
  })
}

/**
 * Throws the words away that two have erased and that lie there still, because it was cut off behind its entry: the entry stands
 * first, so that what is gone is never without its mark.
 */
export const finishDropping = async (
  needs: RowNeeds,
  { networkId, parties }: { readonly networkId: string; readonly parties: readonly Party[] },
): Promise<void> => {
  const erased = new Set(
    parties.flatMap(({ facts }) => facts.filter((one) => one.erased).map(({ factId }) => factId)),
  )
  if (erased.size === 0) return
  const left = await sealedWords(needs, networkId)
  const gone = left.map(({ factId }) => factId).filter((factId) => erased.has(factId))
  await dropWords(needs, networkId, gone)
}
