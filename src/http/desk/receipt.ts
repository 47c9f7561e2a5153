import { isUuid } from '#domain/kernel/ids.ts'
import { charterOf } from '#domain/health/book.ts'
import { scopeFor } from '#domain/access/table.ts'
import type { Entry } from '#domain/village.ts'
import { repaymentInBook, savedThrough } from '#src/app/before-after.ts'
import { fundNameOf } from '#src/app/fund-names.ts'
import { receiptCode, receiptOf } from '#src/app/receipts.ts'
import { opened } from '#src/app/record.ts'
import { type Room, notFound, roomOf } from '#src/http/desk/record.ts'
import { cardOf } from '#src/http/desk/tasks.ts'
import type { HttpContext } from '#src/http/env.ts'
import { type ReceiptAbout, receiptPage } from '#src/pages/desk/receipt.ts'

/** Whose member an entry is about; undefined for one that is about nobody or about many. */
const memberOf = ({ book }: Room, { body }: Entry): string | undefined => {
  if ('memberId' in body) return body.memberId
  if (!('loanId' in body)) return undefined
  return book.loans.find(({ loanId }) => loanId === body.loanId)?.memberId
}

const aboutOf = ({ book, today }: Room, { id, body, effectiveOn }: Entry): ReceiptAbout => {
  if (body.type === 'RepaymentRecorded') {
    const loan = book.loans.find(({ loanId }) => loanId === body.loanId)!
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
  if (body.type === 'SharesBought')
    return {
      kind: 'saving',
      card: cardOf(book, body.memberId),
      currency: charterOf(book, effectiveOn).currency,
      shareValue: charterOf(book, effectiveOn).shareValue,
      amount: body.amount,
      shares: body.shares,
      savedNow: savedThrough(book, body.memberId, today),
    }
  return { kind: 'other' }
}

/** The receipt of an entry; to a household only of its own, and otherwise as if there were none. */
export const receipt = async (context: HttpContext) => {
  const { store, signer } = context.get('needs')
  const { fundId, held, scope, ownMemberId } = context.get('fund')
  const entryId = context.req.param('entryId')
  const row = isUuid(entryId) ? (await store.find(fundId, [entryId]))[0] : undefined
  const room = row && (await roomOf(context))
  if (!row || !room) return notFound(context)
  const entry = opened(row)
  const isOwn = ownMemberId !== undefined && memberOf(room, entry) === ownMemberId
  if (scope !== 'all' && !isOwn) return notFound(context)
  return receiptPage(room.at, {
    fundName: await fundNameOf(store, fundId),
    entryId: row.id,
    day: row.effectiveOn,
    seq: row.seq,
    hash: row.hash,
    code: receiptCode(receiptOf(signer, row)),
    about: aboutOf(room, entry),
    isAmountHidden: context.req.query('amount') === 'hidden',
    mayRecord: scopeFor('RecordRepayment', held) === 'all',
    mayRead: scopeFor('read-members', held) === 'all',
  })
}
