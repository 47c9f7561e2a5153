import { reliefForms } from '#test/http/access/relief-forms.ts'
import { memberForms } from '#test/http/access/member-forms.ts'
import type { Made, Means } from '#test/http/access/means.ts'
import { ofCost } from '#test/support/a-cost.ts'

const day = { day: '30', month: '12', year: '2025' }

/** What the pages of lending are about, and what their forms hold beside the day. */
export type Form = {
  readonly subject: 'loan' | 'member' | 'entry' | 'fund' | 'dispute' | 'support' | 'event'
  readonly fields: Readonly<Record<string, string>>
  /** What the question and the record are answered with, from whoever may. */
  readonly answers: readonly [confirm: number, record: number]
}

const taken = [200, 303] as const
/** Nothing was chosen, which the form says to whoever may fill it in. */
const incomplete = [400, 400] as const

const paid = { amount: '100' }

export const lendingForms: Readonly<Record<string, Form>> = {
  request: {
    subject: 'member',
    fields: { principal: '10000', months: '3', product: 'emergency', purpose: '' },
    answers: incomplete,
  },
  appraisal: { subject: 'loan', fields: { appraisedBy: '' }, answers: incomplete },
  disclosure: { subject: 'loan', fields: { inLanguage: '' }, answers: incomplete },
  guarantee: { subject: 'loan', fields: { card1: '', upTo1: '' }, answers: incomplete },
  decision: { subject: 'loan', fields: { confirmedBy: '' }, answers: incomplete },
  // Nothing was refused yet.
  appeal: { subject: 'loan', fields: {}, answers: [409, 409] },
  payout: { subject: 'loan', fields: { number: '' }, answers: incomplete },
  withdrawal: { subject: 'loan', fields: {}, answers: taken },
  'payout-part': { subject: 'loan', fields: paid, answers: taken },
  'payout-word': { subject: 'loan', fields: { approvedBy: '' }, answers: incomplete },
  'late-fine': { subject: 'loan', fields: paid, answers: taken },
  'new-plan': { subject: 'loan', fields: { months: '', confirmedBy: '' }, answers: incomplete },
  conversion: { subject: 'loan', fields: { confirmedBy: '' }, answers: incomplete },
  'giving-back': { subject: 'loan', fields: {}, answers: incomplete },
  'giving-up': { subject: 'loan', fields: { confirmedBy: '' }, answers: incomplete },
  recovery: { subject: 'loan', fields: paid, answers: taken },
  'from-savings': { subject: 'loan', fields: { ...paid, witness1: '' }, answers: incomplete },
  remittance: { subject: 'member', fields: { ...paid, use: '', place: '' }, answers: incomplete },
  exchange: { subject: 'fund', fields: { own: '', rate: '' }, answers: incomplete },
  borrowing: { subject: 'fund', fields: { ...paid, rate: '' }, answers: incomplete },
  'venture-shares': { subject: 'member', fields: { shares: '' }, answers: incomplete },
  'venture-line': { subject: 'fund', fields: { ...paid, paper: '' }, answers: incomplete },
  'venture-count': {
    subject: 'fund',
    fields: { cash: '', goods: '', countedWith: '' },
    answers: incomplete,
  },
  'venture-leave': { subject: 'member', fields: { approvedBy: '' }, answers: incomplete },
  'borrowing-payment': {
    subject: 'fund',
    fields: { borrowing: '', principal: '', interest: '' },
    answers: incomplete,
  },
  'savings-interest': {
    subject: 'fund',
    fields: { rate: '', confirmedBy: '' },
    answers: incomplete,
  },
  'leave-saved': { subject: 'member', fields: { approvedBy: '' }, answers: incomplete },
  payment: { subject: 'member', fields: { ...paid, loan1: 'LOAN' }, answers: taken },
  'waiting-money': { subject: 'member', fields: { ...paid, to: 'cash' }, answers: taken },
  expense: { subject: 'fund', fields: { ...paid, ...ofCost }, answers: taken },
  'social-support': { subject: 'fund', fields: paid, answers: taken },
  donation: { subject: 'fund', fields: { ...paid, window: 'costs' }, answers: taken },
  'support-payout': {
    subject: 'fund',
    fields: { ...paid, window: '', number: '' },
    answers: incomplete,
  },
  bank: { subject: 'fund', fields: { ...paid, way: 'box-bank' }, answers: taken },
  statement: { subject: 'fund', fields: { ...paid, place: 'bank' }, answers: taken },
  'dispute-answer': {
    subject: 'dispute',
    fields: { answer: 'stands', line: '', approvedBy: '' },
    answers: incomplete,
  },
  deposit: { subject: 'member', fields: paid, answers: taken },
  'take-out': { subject: 'member', fields: paid, answers: taken },
  'ask-savings': { subject: 'member', fields: paid, answers: taken },
  'private-savings': { subject: 'member', fields: { ...paid, direction: 'in' }, answers: taken },
  'share-out': { subject: 'fund', fields: { confirmedBy: '' }, answers: incomplete },
  'support-vote': { subject: 'support', fields: { confirmedBy: '' }, answers: incomplete },
  'support-part': { subject: 'support', fields: { ...paid, place: 'box' }, answers: taken },
  'donation-back': {
    subject: 'fund',
    fields: { ...paid, place: 'box', window: 'WINDOW' },
    answers: taken,
  },
  correction: { subject: 'entry', fields: { reason: '', approvedBy: '' }, answers: incomplete },
}

const idOf = ({ target }: Means, { subject }: Form): string =>
  ({
    loan: target.loanId,
    member: target.memberId,
    entry: target.entryId,
    fund: target.fundId,
    dispute: target.disputeId,
    support: target.code,
    event: target.eventId,
  })[subject]

/** Bodies and queries of the pages of lending, by their routes. */
export const lendingBodies: Readonly<Record<string, (means: Means) => Made>> = Object.fromEntries(
  Object.entries({ ...lendingForms, ...memberForms, ...reliefForms }).flatMap(([task, form]) => {
    const place = `/funds/:fundId/record/${task}`
    const filled = (means: Means): Made => {
      const fields = Object.entries(form.fields).map(([name, text]) => [
        name,
        text === 'LOAN' ? means.target.loanId : text === 'WINDOW' ? means.target.windowId : text,
      ])
      const own = { id: means.newId(), [form.subject]: idOf(means, form) }
      return { form: { ...own, ...day, ...Object.fromEntries(fields) } }
    }
    return [
      [`GET ${place}`, (means: Means) => ({ query: `?${form.subject}=${idOf(means, form)}` })],
      [`POST ${place}/confirm`, filled],
      [`POST ${place}`, filled],
    ]
  }),
)
