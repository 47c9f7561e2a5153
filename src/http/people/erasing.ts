import { type ParticularPart, particularParts } from '#domain/fund/people/particulars.ts'
import { keepGoal } from '#src/app/household/goals.ts'
import { unlinkMember } from '#src/app/messages/linking.ts'
import { dropAsks } from '#src/app/household/own-asks.ts'
import { keepSumsOut } from '#src/app/household/own-choices.ts'
import { bookOf } from '#src/app/queries.ts'
import { eraseMeans } from '#src/app/lending/means.ts'
import { reasonsOfService } from '#src/app/cases/roof.ts'
import { eraseReasons } from '#src/app/relief-reasons.ts'
import { choiceField, choicesOf } from '#src/desk/fields.ts'
import { note } from '#src/desk/content.ts'
import { askSecond } from '#src/http/entrance/second.ts'
import type { HttpContext } from '#src/http/env.ts'
import { messageNeeds } from '#src/http/messages/needs.ts'
import { noteSecond } from '#src/http/people/family.ts'
import { personForm } from '#src/http/people/person-form.ts'
import { practiceIn } from '#src/http/people/visit.ts'
import { secondQuestion } from '#src/pages/forms/second.ts'
import type { PeopleWords } from '#src/words/en/people.ts'

/** What can be erased by itself, and all of it. */
const erasable = ['name', 'photo', 'nominees', 'everything'] as const

const partsOf = (what: string): readonly ParticularPart[] => {
  if (what === 'everything') return particularParts
  const part = erasable.find((one) => one === what)
  return part === undefined || part === 'everything' ? [] : [part]
}

/** What goes with all of a member and never by itself. */
const beside = ['goal', 'means', 'reason'] as const

/** What goes with the parts that are erased, and what of it stays, as the check tells it. */
const checkOf = (parts: readonly ParticularPart[]) => {
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

type Kept = ReturnType<typeof checkOf>['goes'][number]

const named = (words: PeopleWords, parts: readonly Kept[]): string[] =>
  parts.map((part) => words[`erase_${part}`])

/** What of a member is erased for good, by two officers, so that nobody alone takes a name away or hides who is kin. */
export const erasing = personForm({
  act: 'erase',
  rule: 'erase-person',
  form: ({ words }) => ({
    shown: 'stop',
    heading: words.eraseHeading,
    told: [note(words.eraseLead)],
    fields: [
      choiceField({
        name: 'what',
        label: words.eraseWhat,
        choices: choicesOf(erasable, (what) => words[`erase_${what}`]),
        fault: words.eraseOdd,
      }),
    ],
    submit: words.eraseNext,
  }),
  // What goes and what stays is read first; nothing is erased by the first press.
  question: ({ context, words }, of) => {
    const { goes, stays } = checkOf(partsOf(of('what')))
    const second = secondQuestion(context.get('language'), practiceIn(context))
    return {
      shown: 'stop',
      heading: words.eraseCheck,
      told: [
        { is: 'list', heading: words.eraseGoes, lines: named(words, goes) },
        {
          is: 'list',
          heading: words.eraseStays,
          lines: [...named(words, stays), words.eraseStaysBook, words.eraseStaysLog],
        },
        note(words.eraseLead),
        ...second.told,
      ],
      fields: second.fields,
      submit: words.eraseButton,
    }
  },
  take: async (visit, of) => {
    const { context, fundId, memberId } = visit
    const parts = partsOf(of('what'))
    const second = await askSecond(context, of, { action: 'erase-person', memberId })
    if ('fault' in second) return { ...second, status: 403 }
    await noteSecond(visit, second.userId, 'erase-person')
    const { store } = context.get('needs')
    await store.forget(fundId, memberId, parts)
    if (parts.length === particularParts.length) {
      await eraseMessages(context, { fundId, memberId })
      await keepGoal(store, { fundId, memberId }, undefined)
      await dropAsks(store, { fundId, memberId })
      await keepSumsOut(store, { fundId, memberId }, false)
      const book = await bookOf(store, fundId)
      if (book) {
        const needs = context.get('needs')
        const reasons = reasonsOfService(needs)
        await eraseReasons({ ...needs, store: reasons }, { fundId, book, memberId })
        await eraseMeans(store, { fundId, memberId }, book)
      }
    }
    return 'erased'
  },
})
