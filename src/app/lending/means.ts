import { type Means, type MeansBand, bandOfMeans } from '#domain/fairness/means.ts'
import type { Sealing } from '#domain/grants/files.ts'
import { type FundBook, charterOf } from '#domain/health/book.ts'
import type { LocalDate } from '#domain/kernel/dates.ts'
import type { Notes } from '#domain/ports.ts'
import type { RequestedLoan } from '#domain/loans/request/request-state.ts'

/*
 * What a household earns and owes stands beside the journal and sealed, so that neither whoever reads the book nor whoever
 * steals the database learns it: only the band that comes of it is told. No officer reads the figures again; the household
 * does, on its own page. Without a secret to seal them by nothing is kept, and nobody knows a band.
 */

type Needs = { readonly store: Notes; readonly sealing?: Sealing }
type Of = { readonly fundId: string; readonly loanId: string }

/** Whether a note holds what a household earns and owes. */
export const isOfMeans = (subject: string): boolean => subject.startsWith('means:')

const subjectOf = (loanId: string): string => `means:${loanId}`

/** Figures of any household come to one length. */
const sealedLength = 1024

/** Keeps the figures of a request in place of those before; without a secret, nothing. */
export const keepMeans = async (
  { store, sealing }: Needs,
  { fundId, loanId }: Of,
  means: Means,
): Promise<void> => {
  if (!sealing) return
  const subject = subjectOf(loanId)
  const text = await sealing.seal(fundId, subject, JSON.stringify(means), sealedLength)
  await store.keep(fundId, [{ subject, text }])
}

export const meansOf = async (
  { store, sealing }: Needs,
  { fundId, loanId }: Of,
): Promise<Means | undefined> => {
  const subject = subjectOf(loanId)
  const sealed = (await store.of(fundId)).get(subject)
  if (!sealing || sealed === undefined || sealed === '') return undefined
  const text = await sealing.open(fundId, subject, sealed)
  return text === undefined ? undefined : (JSON.parse(text) as Means)
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
  needs: Needs,
  { fundId, memberId }: Whose,
  book: Pick<FundBook, 'requests'>,
): Promise<Means | undefined> => {
  for (const { loanId } of requestsOf(book, memberId).toReversed()) {
    const means = await meansOf(needs, { fundId, loanId })
    if (means) return means
  }
  return undefined
}

/** Erases all that a member ever told of income and debts. */
export const eraseMeans = (
  store: Pick<Notes, 'keep'>,
  { fundId, memberId }: Whose,
  book: Pick<FundBook, 'requests'>,
): Promise<void> =>
  store.keep(
    fundId,
    requestsOf(book, memberId).map(({ loanId }) => ({ subject: subjectOf(loanId), text: '' })),
  )

/** Takes the figures of one request away. */
export const dropMeans = (store: Pick<Notes, 'keep'>, { fundId, loanId }: Of): Promise<void> =>
  store.keep(fundId, [{ subject: subjectOf(loanId), text: '' }])

/** What became of sealed figures when they were sealed anew, or would have. */
type Anew = 'renewed' | 'current' | 'shut'

/** Seals the figures of a fund by the secret of now; what was told or erased meanwhile is left as it is then. */
export const sealMeansAnew = async (
  { store, sealing }: { readonly store: Notes; readonly sealing: Sealing },
  fundId: string,
  dryRun: boolean,
): Promise<readonly Anew[]> => {
  const became: Anew[] = []
  for (const [subject, text] of await store.of(fundId)) {
    if (!isOfMeans(subject) || text === '') continue
    const sealed = await sealing.renewed(fundId, subject, text, sealedLength)
    const isNew = sealed !== undefined && sealed !== text
    if (isNew && !dryRun && (await store.of(fundId)).get(subject) === text)
      await store.keep(fundId, [{ subject, text: sealed }])
    became.push(sealed === undefined ? 'shut' : isNew ? 'renewed' : 'current')
  }
  return became
}
