import { supportPath } from '#src/desk/places.ts'
import { html } from 'hono/html'
import { type CashPlace, cashPlaces } from '#domain/fund/bank.ts'
import { type Support, isAwarded, paidOn } from '#domain/grants/support.ts'
import type { Action } from '#domain/access/table.ts'
import type { Room, Task } from '#src/http/desk/record.ts'
import { type Act, aboutAct, envelopeOf } from '#src/http/lending/act.ts'
import { ballotFields, ballotIn } from '#src/http/lending/ballot.ts'
import type { KinRoom } from '#src/http/lending/officers.ts'
import { currencyOf, paidField, paidIn, sumTold } from '#src/http/lending/paying.ts'
import { choiceField, choicesOf } from '#src/desk/fields.ts'
import { fact } from '#src/pages/desk/parts.ts'
import type { Html } from '#src/pages/layout.ts'
import { sum, wordsAt } from '#src/pages/support/parts.ts'

/** An act about a grant, by its code alone. */
const ofSupport = (
  { name, rule }: { readonly name: 'support-vote' | 'support-part'; readonly rule: Action },
  act: (room: KinRoom, support: Support) => Act,
): Task => ({
  name,
  rule,
  subject: 'support',
  choose: ({ context, at }) => context.redirect(supportPath.list(at), 303),
  about: async (plain, id) => {
    const support = plain.book.supports.find(({ code }) => code === id)
    if (!support) return undefined
    // Nobody here knows whose it is, so nobody steps out for kin's sake.
    const room = { ...plain, kin: new Set<string>() }
    const subject = { field: 'support', id } as const
    const spoken = { task: name, subject, about: undefined, safe: supportPath.list(room.at) }
    return aboutAct(room, spoken, act(room, support))
  },
})

const told = (room: Room, support: Support): Html => {
  const words = wordsAt(room.at)
  const currency = currencyOf(room)
  return html`<p><b>${words.fileHeading(support.code)}</b></p>
    <dl class="facts">
      ${fact(words.amount, html`<b class="figure">${sum(support.amount, currency)}</b>`)}
      ${fact(words.spent, sum(paidOn(support), currency))}
      ${fact(words.parts, words.partsTold(support.parts))}
      ${fact(words.stands, words[`state_${support.state}`])}
    </dl>
    ${support.broughtBy === 'team' ? html`<p>${words.broughtBy_team}</p>` : ''}`
}

const vote = ofSupport({ name: 'support-vote', rule: 'DecideSupport' }, (room, support) => ({
  shown: 'meeting',
  facts: html`<p>${wordsAt(room.at).voteMeaning}</p>
    ${told(room, support)}`,
  fields: ballotFields(room, {
    memberId: '',
    isForTheMeeting: support.state === 'awarded-at-once',
  }),
  command: (filled) => ({
    ...envelopeOf(filled),
    type: 'DecideSupport',
    code: support.code,
    ballot: ballotIn(room, filled),
  }),
  more: () => told(room, support),
}))

const placeField = (room: Room) => {
  const words = wordsAt(room.at)
  return choiceField({
    name: 'place',
    label: words.from_place,
    choices: choicesOf(cashPlaces, (place) => words[`place_${place}`]),
    fault: words.choose,
    as: 'radios',
  })
}

const part = ofSupport({ name: 'support-part', rule: 'RecordSupportPart' }, (room, support) => ({
  shown: 'box',
  facts: told(room, support),
  ...(isAwarded(support) && support.parts === 1
    ? { prefilled: { amount: String(support.amount - paidOn(support)), place: 'box' } }
    : { prefilled: { place: 'box' } }),
  fields: [paidField(room), placeField(room)],
  command: (filled) => ({
    ...envelopeOf(filled),
    type: 'RecordSupportPart',
    code: support.code,
    amount: paidIn(room, filled),
    from: filled.of('place') as CashPlace,
  }),
  more: (filled) => sumTold(room, paidIn(room, filled)),
}))

/** What is left of a window goes back to its donor. */
const back: Task = {
  name: 'donation-back',
  rule: 'ReturnDonation',
  subject: 'fund',
  choose: ({ context, at }) => context.redirect(supportPath.list(at), 303),
  about: async (room, id) => {
    if (id !== room.at.fundId) return undefined
    const words = wordsAt(room.at)
    const act: Act = {
      shown: 'box',
      prefilled: { place: 'box' },
      fields: [
        choiceField({
          name: 'window',
          label: words.window,
          choices: room.book.windows.map(({ windowId }) => ({ value: windowId, label: windowId })),
          fault: words.choose,
        }),
        paidField(room),
        placeField(room),
      ],
      command: (filled) => ({
        ...envelopeOf(filled),
        type: 'ReturnDonation',
        windowId: filled.of('window'),
        amount: paidIn(room, filled),
        from: filled.of('place') as CashPlace,
      }),
      more: (filled) => sumTold(room, paidIn(room, filled)),
    }
    const subject = { field: 'fund', id } as const
    const safe = supportPath.list(room.at)
    return aboutAct(room, { task: 'donation-back', subject, about: undefined, safe }, act)
  },
}

export const supportTasks: readonly Task[] = [vote, part, back]
