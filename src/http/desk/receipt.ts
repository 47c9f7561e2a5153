import { type Visit, notFound, visitOf } from '#src/http/desk/visit.ts'
import { isUuid } from '#domain/kernel/ids.ts'
import { finalAnswerOf } from '#domain/corrections/disputes.ts'
import { isReversible } from '#domain/corrections/reversible.ts'
import { charterOf } from '#domain/health/book.ts'
import { scopeFor } from '#domain/access/table.ts'
import type { JournalRow } from '#domain/ledger/entry.ts'
import type { Entry } from '#domain/village.ts'
import { repaymentInBook, savedThrough } from '#src/app/lending/before-after.ts'
import { nextPaymentIn } from '#src/app/lending/next-payment.ts'
import { fundNameIn } from '#src/http/entrance/fund-name.ts'
import { receiptCode, receiptOf } from '#src/app/proof/receipts.ts'
import { opened } from '#src/app/rows.ts'
import { takenBackBy } from '#src/app/reversal-effect.ts'
import { cardOf } from '#src/desk/desk.ts'
import { placeOf } from '#src/desk/places.ts'
import { houseOfEntry } from '#src/http/entrance/house.ts'
import type { HttpContext } from '#src/http/env.ts'
import { linesOf, loanOfEntry, memberOfEntry, sumOfEntry } from '#src/desk/entries/entry-lines.ts'
import {
  type ReceiptAbout,
  type ReceiptShown,
  receiptPage,
  receiptPapers,
} from '#src/pages/desk/receipt.ts'
import { paperOf } from '#src/pages/papers/paper.ts'
import { entryNamed } from '#src/words/entries.ts'
import { codeSaid, entryNameOf } from '#src/words/code-words.ts'
import { disputeWords } from '#src/words/words.ts'

type ReceiptText = {
  readonly visit: Visit
  readonly entry: Entry
  /** The entry that this one takes back, where it does. */
  readonly original: Entry | undefined
  readonly isOwn: boolean
}

const otherOf = ({ visit, entry, original, isOwn }: ReceiptText): ReceiptAbout => {
  const { at, book } = visit
  const of = original ?? entry
  const memberId = memberOfEntry(book, of.body)
  const amount = sumOfEntry(of.body)
  const { currency } = charterOf(book, of.effectiveOn)
  return {
    kind: 'other',
    name: entryNameOf(entry.body.type, at.language),
    card: memberId === undefined ? undefined : cardOf(book, memberId),
    number: loanOfEntry(book, of.body)?.number,
    money: amount === undefined ? undefined : { amount, currency },
    lines: linesOf({ ...visit, language: at.language, isOwn }, entry),
  }
}

const aboutOf = (told: ReceiptText, isStanding: boolean): ReceiptAbout => {
  const { visit, entry } = told
  const { book, today } = visit
  const { id, body, effectiveOn } = entry
  const loan = body.type === 'RepaymentRecorded' && loanOfEntry(book, body)
  if (body.type === 'RepaymentRecorded' && loan && isStanding) {
    const { split, owed } = repaymentInBook(loan, id, today)
    return {
      kind: 'repayment',
      card: cardOf(book, loan.memberId),
      number: loan.number,
      currency: loan.terms.currency,
      amount: body.amount,
      interest: split?.interest ?? 0,
      principal: split?.principal ?? 0,
      excess: split?.excess ?? 0,
      owedNow: owed,
    }
  }
  if (body.type === 'SharesBought' && isStanding)
    return {
      kind: 'saving',
      card: cardOf(book, body.memberId),
      currency: charterOf(book, effectiveOn).currency,
      shareValue: charterOf(book, effectiveOn).shareValue,
      amount: body.amount,
      shares: body.shares,
      savedNow: savedThrough(book, body.memberId, today),
    }
  return otherOf(told)
}

/** The entry that a reversal takes back. */
const originalOf = async ({ context, at }: Visit, { body }: Entry): Promise<Entry | undefined> => {
  if (body.type !== 'EntryReversed') return undefined
  const [row] = await context.get('needs').store.find(at.fundId, [body.reverses])
  return row && opened(row)
}

/** What a receipt may say of the loan that it is about, and of the line it takes back or was taken back by. */
const linksOf = ({
  visit,
  entry,
  original,
}: ReceiptText): Pick<ReceiptShown, 'takesBack' | 'takenBackBy' | 'loanId'> => {
  const { at, book } = visit
  const { body } = original ?? entry
  const loanId = 'loanId' in body ? body.loanId : undefined
  const isThere =
    loanOfEntry(book, body) !== undefined || book.requests.some((one) => one.loanId === loanId)
  return {
    takesBack: original && {
      entryId: original.id,
      name: entryNamed(at.language, { type: original.body.type, seq: original.seq }),
    },
    takenBackBy: takenBackBy(book, entry),
    loanId: isThere ? loanId : undefined,
  }
}

/** Of money on a loan, what it asks for next. */
const nextOf = ({ visit: { book, today }, entry: { body } }: ReceiptText): ReceiptShown['next'] => {
  const moved = ['RepaymentRecorded', 'LoanPaidOut', 'LoanPartPaidOut']
  const loan = moved.includes(body.type) ? loanOfEntry(book, body) : undefined
  const next = loan && nextPaymentIn(book, loan, today)
  return loan && next && { ...next, loanId: loan.loanId, currency: loan.terms.currency }
}

/** What was said of a line that somebody calls not right: that it waits, or what was answered. */
const disputedAs = ({ at, book }: Visit, entryId: string): string | undefined => {
  const words = disputeWords.in(at.language)
  const said = book.disputes.filter(
    ({ about }) => about.kind === 'entry' && about.entryId === entryId,
  )
  const last = said.at(-1)
  if (!last) return undefined
  const answer = finalAnswerOf(last)
  return answer ? words.markedAnswered(words[`answer_${answer.answer}`]) : words.marked
}

/** Of private savings only what is true of all of them together: nothing of one owner's, whatever an older entry says. */
const warnedOf = ({ visit, entry: { body } }: ReceiptText): string | undefined =>
  body.type === 'PrivateSavingsMoved' && body.flags.includes('more-than-all-private')
    ? codeSaid('more-than-all-private', visit.at.language)
    : undefined

const rowOf = async (context: HttpContext): Promise<JournalRow | undefined> => {
  const { store } = context.get('needs')
  const entryId = context.req.param('entryId')
  return isUuid(entryId) ? (await store.find(context.get('fund').fundId, [entryId]))[0] : undefined
}

/** A line of the book by its number, as rows and reports name it: leads to its own page. */
export const entryByNumber = async (context: HttpContext): Promise<Response> => {
  const { fundId } = context.get('fund')
  const seq = context.req.param('seq') ?? ''
  const [row] = /^[1-9]\d{0,8}$/.test(seq)
    ? await context.get('needs').store.read(fundId, Number(seq) - 1, 1)
    : []
  return row ? context.redirect(placeOf.receipt({ fundId }, row.id), 303) : notFound(context)
}

/** The receipt of an entry; to a household only of its own, and otherwise as if there were none. */
export const receipt = async (context: HttpContext) => {
  const { signer, publicUrl } = context.get('needs')
  const { fundId, held, scope, ownMemberId } = context.get('fund')
  const row = await rowOf(context)
  const visit = row && (await visitOf(context))
  if (!row || !visit) return notFound(context)
  const entry = opened(row)
  const original = await originalOf(visit, entry)
  const isOwn = scope !== 'all'
  const memberId = memberOfEntry(visit.book, (original ?? entry).body)
  if (isOwn && (ownMemberId === undefined || memberId !== ownMemberId)) return notFound(context)
  const told: ReceiptText = { visit, entry, original, isOwn }
  const links = linksOf(told)
  const isStanding = links.takenBackBy === undefined
  const may = (rule: 'ReverseEntry' | 'RecordRepayment' | 'read-members'): boolean =>
    scopeFor(rule, held) === 'all'
  const house = houseOfEntry(visit.at.house, (original ?? entry).body.type)
  return receiptPage(
    { ...visit.at, house },
    {
      fundName: await fundNameIn(context, fundId),
      entryId: row.id,
      day: row.effectiveOn,
      seq: row.seq,
      hash: row.hash,
      code: receiptCode(receiptOf(signer, row)),
      checkAt: new URL('/receipt', publicUrl ?? context.req.url).href,
      about: aboutOf(told, isStanding),
      next: isStanding ? nextOf(told) : undefined,
      ...links,
      hasLenderPaper: isStanding && 'lenderKinds' in entry.body,
      paper: paperOf({ asked: context.req.query('paper'), papers: receiptPapers }),
      isAmountHidden: context.req.query('amount') === 'hidden',
      mayCorrect: isStanding && isReversible(entry.body) && may('ReverseEntry'),
      mayRecord: may('RecordRepayment'),
      mayRead: may('read-members'),
      mayDispute: isOwn && isReversible(entry.body),
      disputed: disputedAs(visit, row.id),
      warned: warnedOf(told),
    },
  )
}
