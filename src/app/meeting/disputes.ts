import { canonicalJson } from '#domain/kernel/canonical.ts'
import type { LocalDate } from '#domain/kernel/dates.ts'
import {
  type Dispute,
  type Disputed,
  answerDueOn,
  finalAnswerOf,
  householdActor,
} from '#domain/corrections/disputes.ts'
import { type FundBook, charterOf } from '#domain/health/book.ts'
import { disputeNumberOf } from '#domain/health/trust-findings.ts'
import type { FundViews, Journal } from '#domain/ports.ts'
import type { Entry } from '#domain/village.ts'
import { opened } from '#src/app/rows.ts'

/** Who stands behind a dispute in a journal that its officers read: nobody by name or device. */
export const household = { actor: householdActor, device: '' }

/** A dispute as lists tell it: what and since when, never whose. */
export type ListedDispute = {
  readonly disputeId: string
  readonly number: string
  readonly kind: Disputed['kind']
  readonly reason: Dispute['reason']
  readonly raisedOn: LocalDate
  readonly dueOn: LocalDate
  readonly isLate: boolean
  readonly isWithNgo: boolean
  /** The last word, where there is one. */
  readonly answer: ReturnType<typeof finalAnswerOf>
}

/** All disputes: those that wait first, the oldest of them first; then the answered ones, the newest first. */
export const disputesOf = (book: FundBook, today: LocalDate): readonly ListedDispute[] => {
  const all = book.disputes.map((dispute): ListedDispute => {
    const { disputeId, raisedOn, about, reason, answers } = dispute
    const answer = finalAnswerOf(dispute)
    const dueOn = answerDueOn(dispute, book.meetings, charterOf(book, raisedOn).meetingDay)
    return {
      disputeId,
      number: disputeNumberOf(disputeId),
      kind: about.kind,
      reason,
      raisedOn,
      dueOn,
      isLate: answer === undefined && dueOn < today,
      isWithNgo: answers.at(-1)?.answer === 'to-the-ngo',
      answer,
    }
  })
  const place = ({ raisedOn, disputeId }: ListedDispute): string => `${raisedOn} ${disputeId}`
  const waiting = all.filter(({ answer }) => answer === undefined)
  const answered = all.filter(({ answer }) => answer !== undefined)
  return [
    ...waiting.toSorted((a, b) => (place(a) < place(b) ? -1 : 1)),
    ...answered.toSorted((a, b) => (place(a) < place(b) ? 1 : -1)),
  ]
}

type Reads = Pick<Journal, 'find' | 'read'> & Pick<FundViews, 'postings'>

/** Whose line, savings or loan a dispute is about, with the line where it is about one. */
export const disputedIn = async (
  store: Pick<Reads, 'find'>,
  {
    book,
    fundId,
    about,
  }: { readonly book: FundBook; readonly fundId: string; readonly about: Disputed },
): Promise<{ readonly memberId: string | undefined; readonly entry: Entry | undefined }> => {
  if (about.kind === 'savings') return { memberId: about.memberId, entry: undefined }
  if (about.kind === 'loan') {
    const loan = book.loans.find(({ loanId }) => loanId === about.loanId)
    const request = book.requests.find(({ loanId }) => loanId === about.loanId)
    return { memberId: loan?.memberId ?? request?.asked.memberId, entry: undefined }
  }
  const [row] = await store.find(fundId, [about.entryId])
  const entry = row && opened(row)
  const body = entry?.body
  if (!body) return { memberId: undefined, entry: undefined }
  if ('memberId' in body) return { memberId: body.memberId, entry }
  const loan = 'loanId' in body && book.loans.find(({ loanId }) => loanId === body.loanId)
  return { memberId: loan ? loan.memberId : undefined, entry }
}

/** The disputes of one member's line, savings or loans: what a household sees of its own. */
export const ownDisputes = async (
  store: Pick<Reads, 'find'>,
  {
    book,
    fundId,
    memberId,
  }: { readonly book: FundBook; readonly fundId: string; readonly memberId: string },
): Promise<readonly Dispute[]> => {
  const own: Dispute[] = []
  for (const dispute of book.disputes) {
    const owner = await disputedIn(store, { book, fundId, about: dispute.about })
    if (owner.memberId === memberId) own.push(dispute)
  }
  return own
}

/** `savings`, `loan/ID` or `entry/ID`, as a form carries what is disputed; undefined for anything else. */
export const disputedFrom = (text: string, memberId: string): Disputed | undefined => {
  const [kind, id = ''] = text.split('/')
  if (kind === 'savings') return { kind, memberId }
  if (kind === 'loan') return { kind, loanId: id }
  return kind === 'entry' ? { kind, entryId: id } : undefined
}

/** The same as it stands in a form; whose savings it is, the form's own place says. */
export const disputedText = (about: Disputed): string => {
  switch (about.kind) {
    case 'savings':
      return 'savings'
    case 'loan':
      return `loan/${about.loanId}`
    case 'entry':
      return `entry/${about.entryId}`
  }
}

/** What a household said itself and nobody has answered: what others wrote down for it takes no word from it. */
const saidAndWaiting = (disputes: readonly Dispute[]): readonly Dispute[] =>
  disputes.filter((dispute) => dispute.byHand === undefined && finalAnswerOf(dispute) === undefined)

/** Whether a household has said it itself, since a day where one is given, and it waits: to say it again writes nothing again. */
export const isWaitingIn = (
  disputes: readonly Dispute[],
  about: Disputed,
  since: LocalDate = '',
): boolean => {
  // A form's text of savings does not say whose they are.
  const said = canonicalJson(about)
  return saidAndWaiting(disputes).some(
    (dispute) => since <= dispute.raisedOn && canonicalJson(dispute.about) === said,
  )
}

/** As many as one household can have waiting. */
const waitingMax = 20

/** Whether a household has as many waiting as it can: what it says more must wait for an answer, and is told so. */
export const isFull = (own: readonly Dispute[]): boolean => saidAndWaiting(own).length >= waitingMax
