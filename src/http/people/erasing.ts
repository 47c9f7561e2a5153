import { type ParticularPart, particularParts } from '#domain/fund/particulars.ts'
import { keepGoal } from '#src/app/goals.ts'
import { unlinkMember } from '#src/app/messages/linking.ts'
import { dropAsks } from '#src/app/own-asks.ts'
import { keepSumsOut } from '#src/app/own-choices.ts'
import { bookOf } from '#src/app/queries.ts'
import { eraseReasons } from '#src/app/relief-reasons.ts'
import { askSecond } from '#src/http/entrance/second.ts'
import type { HttpContext } from '#src/http/env.ts'
import { messageNeeds } from '#src/http/messages/room.ts'
import { noteSecond } from '#src/http/people/family.ts'
import { aboutPerson, behindPerson, practiceIn, typedIn } from '#src/http/people/room.ts'
import {
  type EraseCheck,
  erasable,
  eraseCheckPage,
  erasePage,
} from '#src/pages/people/erase-pages.ts'
import { peoplePath } from '#src/pages/people/parts.ts'

const partsOf = (what: string): readonly ParticularPart[] => {
  if (what === 'everything') return particularParts
  const part = erasable.find((one) => one === what)
  return part === undefined || part === 'everything' ? [] : [part]
}

/** What goes with all of a member and never by itself. */
const beside = ['goal', 'reason'] as const

/** What goes with the parts that are erased, and what of it stays, as the check tells it. */
const checkOf = (parts: readonly ParticularPart[]): EraseCheck => {
  const isAll = parts.length === particularParts.length
  const kept = particularParts.filter((part) => !parts.includes(part))
  return {
    goes: [...parts, ...(isAll ? beside : [])],
    stays: [...kept, ...(isAll ? [] : beside)],
  }
}

/** The number goes with the person, whoever ended the membership. */
const eraseMessages = async (
  context: HttpContext,
  whose: { readonly fundId: string; readonly memberId: string },
): Promise<void> => {
  const needs = messageNeeds(context.get('needs'))
  const { by, session } = context.get('caller')!
  if (needs) await unlinkMember(needs, { ...whose, networkId: session.networkId }, by.actor)
}

export const askErase = aboutPerson(async (room) => {
  const { context, person } = room
  return context.html(erasePage(await behindPerson(room), { person }))
})

/** Two officers erase together, so that nobody alone takes a name away or hides who is kin. */
export const takeErase = aboutPerson(async (room) => {
  const { context, fundId, memberId, person, words } = room
  const of = await typedIn(context)
  const parts = partsOf(of('what'))
  if (parts.length === 0) {
    const asked = { person, fault: words.eraseOdd, typed: of }
    return context.html(erasePage(await behindPerson(room), asked), 400)
  }
  const check = async (fault: string | undefined, status: 200 | 403): Promise<Response> => {
    const asked = { person, practice: practiceIn(context), fault, typed: of }
    return context.html(eraseCheckPage(await behindPerson(room), asked, checkOf(parts)), status)
  }
  // What goes and what stays is read first; nothing is erased by the first press.
  if (of('step') === 'check') return check(undefined, 200)
  const second = await askSecond(context, of, { action: 'erase-person', memberId })
  if ('fault' in second) return check(second.fault, 403)
  await noteSecond(room, second.userId, 'erase-person')
  const { store } = context.get('needs')
  await store.forget(fundId, memberId, parts)
  if (parts.length === particularParts.length) {
    await eraseMessages(context, { fundId, memberId })
    await keepGoal(store, { fundId, memberId }, undefined)
    await dropAsks(store, { fundId, memberId })
    await keepSumsOut(store, { fundId, memberId }, false)
    const book = await bookOf(store, fundId)
    if (book) await eraseReasons(context.get('needs'), { fundId, book, memberId })
  }
  return context.redirect(`${peoplePath.person(room, memberId)}?done=erased`, 303)
})
