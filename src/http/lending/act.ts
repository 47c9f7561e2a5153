import { placeOf } from '#src/desk/places.ts'
import type { Action } from '#domain/access/table.ts'
import { charterOf } from '#domain/health/book.ts'
import type { Loan } from '#domain/loans/loan.ts'
import type { LoanRequest } from '#domain/loans/request-state.ts'
import { standingOf } from '#domain/loans/standing.ts'
import type { Command } from '#domain/village.ts'
import type { About, Filled, Room, Task } from '#src/http/desk/record.ts'
import { cardOf, deskOf } from '#src/http/desk/tasks.ts'
import { type KinRoom, withKinOf } from '#src/http/lending/officers.ts'
import { type MemberTask, chooseMemberPage } from '#src/pages/desk/desk.ts'
import { type ActShown, actForm, actQuestion } from '#src/pages/lending/act-pages.ts'
import type { Html } from '#src/pages/layout.ts'

type Written = Omit<ActShown, 'task' | 'subject' | 'about' | 'currency' | 'today' | 'safe'>

/** What an act is, beside what it is about: what it asks, and the command that comes of it. */
export type Act = Written & {
  readonly command: (filled: Filled) => Command
  readonly check?: (filled: Filled) => ReadonlyMap<string, string>
  readonly prefilled?: Readonly<Record<string, string>>
  readonly more?: (filled: Filled) => Html | undefined
  /** What stands first and largest on the check. */
  readonly lead?: (filled: Filled) => Html
  readonly readAloud?: string
  readonly isOfService?: boolean
  readonly beside?: About['beside']
  /** A check of its own, where the one that reads all fields back does not do. */
  readonly confirm?: About['confirm']
}

type Spoken = Pick<ActShown, 'task' | 'subject' | 'about' | 'safe'>

/** The four pages' view of an act. */
export const aboutAct = (
  { at, book, today, context }: Room,
  spoken: Spoken,
  {
    command,
    check,
    prefilled,
    more,
    lead,
    readAloud,
    isOfService,
    beside,
    confirm,
    ...written
  }: Act,
): About => {
  const act: ActShown = {
    ...spoken,
    ...written,
    currency: charterOf(book, today).currency,
    today,
  }
  return {
    fields: act.fields,
    form: (filling) => {
      // A form that tells its price while it is typed has the script for it.
      if (act.pricePath !== undefined) context.set('script', 'price')
      return actForm(at, act, filling)
    },
    command,
    ...(check && { check }),
    ...(isOfService && { isOfService }),
    ...(beside && { beside }),
    ...(prefilled && { prefilled }),
    confirm:
      confirm ??
      ((filled, told) =>
        actQuestion(at, act, {
          ...told,
          of: filled.of,
          day: filled.day,
          more: more?.(filled),
          lead: lead?.(filled),
          readAloud,
        })),
  }
}

type Named<Name extends ActShown['task']> = { readonly name: Name; readonly rule: Action }

/** Somebody who came without saying which loan chooses it from the register. */
const toRegister = ({ context, at }: Room): Response => context.redirect(placeOf.loans(at), 303)

/** An act about a loan that was lent. */
export const ofLoan = (
  { name, rule }: Named<ActShown['task']>,
  act: (room: KinRoom, loan: Loan) => Act | undefined,
): Task => ({
  name,
  rule,
  subject: 'loan',
  choose: toRegister,
  about: async (plainRoom, id) => {
    const { book } = plainRoom
    const loan = book.loans.find(({ loanId }) => loanId === id)
    const standing = loan && standingOf(loan, plainRoom.today)
    if (!loan || !standing) return undefined
    const room = await withKinOf(plainRoom, loan.memberId)
    const made = act(room, loan)
    if (!made) return undefined
    const about = { card: cardOf(room.book, loan.memberId), number: loan.number }
    const safe = placeOf.loan(room.at, id)
    return aboutAct(room, { task: name, subject: { field: 'loan', id }, about, safe }, made)
  },
})

/** An act about what was asked for. */
export const ofRequest = (
  { name, rule }: Named<ActShown['task']>,
  act: (room: KinRoom, request: LoanRequest) => Act,
): Task => ({
  name,
  rule,
  subject: 'loan',
  choose: toRegister,
  about: async (plainRoom, id) => {
    const request = plainRoom.book.requests.find(({ loanId }) => loanId === id)
    if (!request) return undefined
    const room = await withKinOf(plainRoom, request.asked.memberId)
    const about = { card: cardOf(room.book, request.asked.memberId) }
    const safe = placeOf.loan(room.at, id)
    const spoken = { task: name, subject: { field: 'loan', id } as const, about, safe }
    return aboutAct(room, spoken, act(room, request))
  },
})

/** An act about a member, who is chosen by card. */
export const ofMember = (
  { name, rule }: Named<Exclude<MemberTask, 'saving' | 'correction' | 'dispute'>>,
  act: (room: Room, memberId: string) => Act,
): Task => ({
  name,
  rule,
  subject: 'member',
  choose: (room) => chooseMemberPage(room.at, name, deskOf(room, true)),
  about: (room, id) => {
    const member = room.book.members.find(({ memberId }) => memberId === id)
    if (!member) return undefined
    const about = { card: member.card }
    const safe = placeOf.record(room.at, name)
    const spoken = { task: name, subject: { field: 'member', id } as const, about, safe }
    return aboutAct(room, spoken, act(room, id))
  },
})

/** What every command of an act begins with. */
export const envelopeOf = ({ id, day: effectiveOn }: Filled) => ({ id, v: 1 as const, effectiveOn })
