import { invalid, recorded } from '#domain/kernel/decision.ts'
import type { Said } from '#domain/kernel/shape.ts'
import { notesFault } from '#domain/fund/meeting/banknotes.ts'
import { handedOver } from '#domain/fund/people/handing-over.ts'
import type { People } from '#domain/fund/people/people.ts'
import { isHeldOn } from '#domain/fund/people/tenures.ts'
import type { Envelope } from '#domain/ledger/entry.ts'
import { chairOrRecordKeeper } from '#domain/operations/may.ts'
import { flagsOf, operation } from '#domain/operations/operation.ts'
import { fundSubject } from '#domain/operations/subject.ts'

type HandedOver = Envelope & Said<typeof handedOver>

const faultOf = ({ members, currency }: People, command: HandedOver) => {
  const { from, to, witnesses, count } = command
  if (!members.has(from)) return invalid('member-unknown', '/from')
  if (!members.has(to)) return invalid('member-unknown', '/to')
  const people = [from, to, ...witnesses]
  if (!witnesses.every((id) => members.has(id)) || new Set(people).size < people.length)
    return invalid('witnesses-cannot-hold', '/witnesses')
  const notes = count?.notes && notesFault(count.notes, { amount: count.amount, currency })
  return notes && invalid(notes.code, `/count/notes${notes.at}`)
}

const flagsFor = ({ members, bookedOn }: People, command: HandedOver) => {
  const { office, to, witnesses, count, balanceHash, effectiveOn: on } = command
  const holds = members.get(to)!.offices.some((one) => one.office === office && isHeldOn(one, on))
  // The box and the book go over with the money that is in them; a key goes over by itself.
  const isOfMoney = office !== 'key-holder'
  return flagsOf({
    'without-count': isOfMoney && !count,
    'without-signed-balance': isOfMoney && balanceHash === undefined,
    'without-two-witnesses': witnesses.length < 2,
    'box-differs-from-books': count !== undefined && count.amount !== bookedOn(on),
    'office-of-another': !holds,
  })
}

/**
 * Box, book or key went from one pair of hands to another. Whose the office is, elections and appointments say. It
 * happened, so that it is a fact; what is missing from it, or from the box, is marked.
 */
export const recordHandOver = operation({
  command: 'RecordHandOver',
  entry: 'OfficeHandedOver',
  oneHand: 'sight',
  asks: handedOver,
  keeps: ['office', 'from', 'to', 'witnesses', 'count', 'balanceHash'],
  may: chairOrRecordKeeper,
  second: 'none',
  minutes: 'told',
  isReversible: false,
  decide: (now: People, command) =>
    faultOf(now, command) ??
    recorded({
      /** What the books said was in the box that day. */
      booked: now.bookedOn(command.effectiveOn),
      flags: flagsFor(now, command),
      postings: [],
    }),
  about: () => [fundSubject],
})
