import type { Form } from '#test/http/access/lending-forms.ts'
import type { Way } from '#test/http/access/people.ts'

const taken = [200, 303] as const
/** Nothing was chosen, or a day before the fund, which the form says to whoever may fill it in. */
const incomplete = [400, 400] as const

const recordKeeper: readonly Way[] = ['record-keeper']
const meetingLeaders: readonly Way[] = ['chair', 'record-keeper']
const chair: readonly Way[] = ['chair']
const committee: readonly Way[] = [
  'chair',
  'record-keeper',
  'box-keeper',
  'counter',
  'committee-member',
]

type MemberForm = Form & { readonly may: readonly Way[] }

/** What pages of members, households and offices are about, and what their forms hold. */
export const memberForms: Readonly<Record<string, MemberForm>> = {
  'member-change': {
    subject: 'member',
    fields: { what: 'back', proxy: '' },
    answers: taken,
    may: committee,
  },
  death: { subject: 'member', fields: { year: '1999' }, answers: incomplete, may: meetingLeaders },
  'death-settled': {
    subject: 'member',
    fields: { confirmedBy: '' },
    answers: incomplete,
    may: recordKeeper,
  },
  heirs: { subject: 'member', fields: { amount: '' }, answers: incomplete, may: recordKeeper },
  'period-close': {
    subject: 'fund',
    fields: { confirmedBy: '' },
    answers: incomplete,
    may: chair,
  },
  'auditors-end': {
    subject: 'fund',
    fields: { networkId: '', confirmedBy: '' },
    answers: incomplete,
    may: chair,
  },
  'receiving-account': {
    subject: 'fund',
    fields: { place: '', account: '', called: '', city: '', confirmedBy: '' },
    answers: incomplete,
    may: chair,
  },
  future: {
    subject: 'fund',
    fields: { future: '', confirmedBy: '' },
    answers: incomplete,
    may: chair,
  },
  ...Object.fromEntries(
    ['venture', 'venture-profit', 'venture-end'].map((name) => [
      name,
      { subject: 'fund', fields: { confirmedBy: '' }, answers: incomplete, may: chair } as const,
    ]),
  ),
  'card-correction': {
    subject: 'member',
    fields: { sex: '', zone: 'Z9', poverty: '' },
    answers: taken,
    may: recordKeeper,
  },
  household: {
    subject: 'member',
    fields: { kind: 'formed', others: '', with: '' },
    answers: taken,
    may: recordKeeper,
  },
  'new-member': {
    subject: 'fund',
    fields: { card: '', sex: '', zone: '' },
    answers: incomplete,
    may: recordKeeper,
  },
  election: {
    subject: 'fund',
    fields: { confirmedBy: '' },
    answers: incomplete,
    may: committee,
  },
  appointment: {
    subject: 'member',
    fields: { office: '', confirmedBy: '' },
    answers: incomplete,
    may: chair,
  },
  'office-end': {
    subject: 'member',
    fields: { office: '', approvedBy: '' },
    answers: incomplete,
    may: committee,
  },
  'hand-over': {
    subject: 'fund',
    fields: { office: '', from: '', to: '' },
    answers: incomplete,
    may: meetingLeaders,
  },
  'opening-savings': {
    subject: 'member',
    fields: { amount: '100' },
    answers: taken,
    may: recordKeeper,
  },
  'opening-loan': {
    subject: 'member',
    fields: { number: '' },
    answers: incomplete,
    may: recordKeeper,
  },
  explaining: {
    subject: 'fund',
    fields: { office: '', dueOn: '', approvedBy: '' },
    answers: incomplete,
    may: meetingLeaders,
  },
  settlement: {
    subject: 'fund',
    fields: { present: '', confirmedBy: '' },
    answers: incomplete,
    may: chair,
  },
}
