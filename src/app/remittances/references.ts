import type { FundBook } from '#domain/health/book.ts'
import { lengthPrefixed } from '#domain/kernel/canonical.ts'
import type { Hasher, Notes, Signer } from '#domain/ports.ts'
import type { GivenReference, ReferenceOf } from '#domain/remittances/arrivals.ts'
import { referenceFrom } from '#domain/remittances/reference.ts'
import { sendersIn } from '#src/app/remittances/senders.ts'

/*
 * References are drawn from the fund's own key and stand nowhere: who has the database has none of them. Beside the journal
 * stands only how often somebody has asked for another one.
 */

export type ReferenceNeeds = {
  readonly store: Notes
  readonly hash: Hasher
  readonly signer: Pick<Signer, 'mark'>
}

const prefix = 'reference:'
const turnOf = ({ kind, key }: ReferenceOf): string => `${prefix}${kind}:${key}`

/** So many that were replaced are still known for old ones. */
const oldKnownMax = 20

const referenceAt = (
  { hash, signer }: Omit<ReferenceNeeds, 'store'>,
  fundId: string,
  { kind, key, turn }: ReferenceOf & { readonly turn: number },
): string =>
  referenceFrom(
    hash(
      signer.mark(
        fundId,
        lengthPrefixed(['village-fund/reference/1', fundId, kind, key, String(turn)]),
      ),
    ),
  )

const turnIn = (notes: ReadonlyMap<string, string>, of: ReferenceOf): number => {
  const text = notes.get(turnOf(of))
  return text !== undefined && /^\d{1,6}$/.test(text) ? Number(text) : 0
}

/** The reference that is good now. */
export const referenceNow = async (
  needs: ReferenceNeeds,
  fundId: string,
  of: ReferenceOf,
): Promise<string> => {
  const turn = turnIn(
    new Map([[turnOf(of), (await needs.store.noteOf(fundId, turnOf(of))) ?? '']]),
    of,
  )
  return referenceAt(needs, fundId, { ...of, turn })
}

/** Puts another reference in the place of this one: money that names the old one is told, and booked nowhere by itself. */
export const renewReference = async (
  { store }: Pick<ReferenceNeeds, 'store'>,
  fundId: string,
  of: ReferenceOf,
): Promise<void> => {
  const subject = turnOf(of)
  const before = turnIn(new Map([[subject, (await store.noteOf(fundId, subject)) ?? '']]), of)
  await store.keep(fundId, [{ subject, text: String(before + 1) }])
}

/** Every reference that the fund has given, by itself; of members who are gone too, so that their money is told. */
export const givenReferences = async (
  needs: ReferenceNeeds,
  fundId: string,
  book: Pick<FundBook, 'members' | 'loans'>,
): Promise<ReadonlyMap<string, GivenReference>> => {
  const notes = await needs.store.of(fundId)
  const all: readonly ReferenceOf[] = [
    ...book.members.map(({ memberId: key }) => ({ kind: 'member' as const, key })),
    ...book.loans.map(({ loanId: key }) => ({ kind: 'loan' as const, key })),
    ...sendersIn(notes).map((key) => ({ kind: 'sender' as const, key })),
  ]
  const given = new Map<string, GivenReference>()
  for (const of of all) {
    const now = turnIn(notes, of)
    for (let turn = now; turn >= Math.max(now - oldKnownMax, 0); turn -= 1) {
      const reference = referenceAt(needs, fundId, { ...of, turn })
      given.set(reference, { ...of, reference, isOld: turn < now })
    }
  }
  return given
}
