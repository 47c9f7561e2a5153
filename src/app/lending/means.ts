import { type Means, type MeansBand, bandOfMeans } from '#domain/fairness/means.ts'
import type { Sealing } from '#domain/grants/files.ts'
import { type FundBook, charterOf } from '#domain/health/book.ts'
import type { LocalDate } from '#domain/kernel/dates.ts'
import type { Journal, Notes } from '#domain/ports.ts'
import { sealNotesAnew } from '#src/app/identity/sealed-notes.ts'
import type { RequestedLoan } from '#domain/loans/request/request-state.ts'

/*
 * What a household earns and owes stands beside the journal and sealed, so that neither whoever reads the book nor whoever
 * steals the database learns it: only the band that comes of it is told. No officer reads the figures again; the household
 * does, on its own page. Without a secret to seal them by nothing is kept, and nobody knows a band.
 */

type Needs = { readonly store: Notes; readonly sealing?: Sealing }
/** Figures of a request that an entry vouches for: two who write at once do not write over each other. */
type Of = { readonly fundId: string; readonly loanId: string; readonly entryId: string }

/** Whether a note holds what a household earns and owes. */
export const isOfMeans = (subject: string): boolean => subject.startsWith('means:')

/** Older figures stand under the request alone. */
const olderOf = (loanId: string): string => `means:${loanId}`
const subjectOf = ({ loanId, entryId }: Omit<Of, 'fundId'>): string =>
  `${olderOf(loanId)}:${entryId}`

/** Figures of any household come to one length. */
const sealedLength = 1024

/** Keeps the figures of a request in place of those before; without a secret, nothing. */
export const keepMeans = async (
  { store, sealing }: Needs,
  { fundId, ...of }: Of,
  means: Means,
): Promise<void> => {
  if (!sealing) return
  const subject = subjectOf(of)
  const text = await sealing.seal(fundId, subject, JSON.stringify(means), sealedLength)
  await store.keep(fundId, [{ subject, text }])
}

const meansUnder = async (
  { store, sealing }: Needs,
  fundId: string,
  subject: string,
): Promise<Means | undefined> => {
  const sealed = (await store.of(fundId)).get(subject)
  if (!sealing || sealed === undefined || sealed === '') return undefined
  const text = await sealing.open(fundId, subject, sealed)
  return text === undefined ? undefined : (JSON.parse(text) as Means)
}

/** The figures that were told for an entry. */
export const meansOf = (needs: Needs, { fundId, ...of }: Of): Promise<Means | undefined> =>
  meansUnder(needs, fundId, subjectOf(of))

/** Where figures of a request stand; of those that were told for an entry, only where it is in the book. */
const subjectsOf = async (
  store: Needs['store'] & Pick<Journal, 'find'>,
  fundId: string,
  loanId: string,
): Promise<readonly string[]> => {
  const older = olderOf(loanId)
  const all = [...(await store.of(fundId)).keys()].filter(
    (subject) => subject === older || subject.startsWith(`${older}:`),
  )
  const ids = all.flatMap((subject) => (subject === older ? [] : [subject.slice(older.length + 1)]))
  const rows = ids.length === 0 ? [] : await store.find(fundId, ids)
  const found = new Set(rows.map(({ id }) => id))
  return all.filter((subject) => subject === older || found.has(subject.slice(older.length + 1)))
}

/** The band that comes of the figures of a request, by the rules of a day. */
export const bandIn = (
  book: FundBook,
  asked: RequestedLoan,
  { means, on }: { readonly means: Means; readonly on: LocalDate },
): MeansBand => bandOfMeans(asked, means, { charter: charterOf(book, on), on })

type Whose = { readonly fundId: string; readonly memberId: string }

const requestsOf = ({ requests }: Pick<FundBook, 'requests'>, memberId: string) =>
  requests.filter(({ asked }) => asked.memberId === memberId)

/** What a member told last of income and debts, for that member alone. */
export const lastMeansOf = async (
  needs: Needs & { readonly store: Pick<Journal, 'find'> },
  { fundId, memberId }: Whose,
  book: Pick<FundBook, 'requests'>,
): Promise<Means | undefined> => {
  for (const { loanId } of requestsOf(book, memberId).toReversed())
    for (const subject of await subjectsOf(needs.store, fundId, loanId)) {
      const means = await meansUnder(needs, fundId, subject)
      if (means) return means
    }
  return undefined
}

/** Erases all that a member ever told of income and debts. */
export const eraseMeans = async (
  store: Notes,
  { fundId, memberId }: Whose,
  book: Pick<FundBook, 'requests'>,
): Promise<void> => {
  const older = requestsOf(book, memberId).map(({ loanId }) => olderOf(loanId))
  const subjects = [...(await store.of(fundId)).keys()].filter((subject) =>
    older.some((one) => subject === one || subject.startsWith(`${one}:`)),
  )
  await store.keep(
    fundId,
    subjects.map((subject) => ({ subject, text: '' })),
  )
}

/** Takes the figures that were told for one entry away, where it did not come into the book. */
export const dropMeans = async (
  store: Pick<Notes, 'keep'> & Pick<Journal, 'find'>,
  { fundId, ...of }: Of,
): Promise<void> => {
  if ((await store.find(fundId, [of.entryId])).length > 0) return
  await store.keep(fundId, [{ subject: subjectOf(of), text: '' }])
}

/** Seals the figures of a fund by the secret of now. */
export const sealMeansAnew = (
  needs: { readonly store: Notes; readonly sealing: Sealing },
  fundId: string,
  dryRun: boolean,
) => sealNotesAnew(needs, { fundId, isOne: isOfMeans, length: sealedLength, dryRun })
