import { placeOf } from '#src/desk/places.ts'
import { html } from 'hono/html'
import { directions } from '#domain/savings/operations/private.ts'
import { type PayOut, payOuts } from '#domain/savings/share-out.ts'
import { charterOf } from '#domain/health/book.ts'
import { markOf, privateLinesOf, savedInPrivate } from '#src/app/private-savings.ts'
import { savingsViewOf, shareOutViewOf, withdrawalAnswerOf } from '#src/app/savings-view.ts'
import type { Room, Task } from '#src/http/desk/record.ts'
import { cardOf, deskOf } from '#src/http/desk/tasks.ts'
import { type Act, aboutAct, envelopeOf } from '#src/http/lending/act.ts'
import { allThere, ballotFields, ballotIn } from '#src/http/lending/ballot.ts'
import { currencyOf, paidField, paidIn, sumTold } from '#src/http/lending/paying.ts'
import { savingsFacts } from '#src/http/saving/facts.ts'
import { type MemberTask, chooseMemberPage } from '#src/pages/desk/desk.ts'
import { choiceField, choicesOf } from '#src/desk/fields.ts'
import { fact, figure } from '#src/pages/desk/parts.ts'
import type { Html } from '#src/pages/layout.ts'
import { answerTold } from '#src/pages/saving/answer.ts'
import { confirmMovedPage } from '#src/pages/saving/moved-check.ts'
import { askedFor, planTable, totalsPart } from '#src/pages/saving/share-out-page.ts'
import { formWordsAt } from '#src/pages/lending/act-pages.ts'
import { savingWords } from '#src/words/words.ts'
import type { Action } from '#domain/access/table.ts'

type OwnTask = Extract<MemberTask, 'deposit' | 'take-out' | 'ask-savings' | 'private-savings'>

const wordsAt = ({ at }: Room) => savingWords.in(at.language)

/** An act about a member's savings, who is chosen by card. */
const ofSaver = (
  { name, rule }: { readonly name: OwnTask; readonly rule: Action },
  act: (room: Room, memberId: string) => Promise<Act>,
): Task => ({
  name,
  rule,
  subject: 'member',
  choose: (room) => chooseMemberPage(room.at, name, deskOf(room, true)),
  about: async (room, id) => {
    const member = room.book.members.find(({ memberId }) => memberId === id)
    if (!member) return undefined
    const safe = placeOf.savings(room.at)
    const about = { card: member.card }
    const spoken = { task: name, subject: { field: 'member', id } as const, about, safe }
    return aboutAct(room, spoken, await act(room, id))
  },
})

const heldIn = async (room: Room, memberId: string) =>
  savingsViewOf(await savingsFacts(room), room.today).members.find(
    (one) => one.memberId === memberId,
  )

/** What is saved now, in shares and freely: above the sum that is asked for. */
const heldTold = async (room: Room, memberId: string, meaning: string): Promise<Html> => {
  const held = await heldIn(room, memberId)
  const words = wordsAt(room)
  const currency = currencyOf(room)
  if (!held) return html``
  return html`<dl class="facts">
      ${fact(words.saved, html`<b class="figure">${figure({ amount: held.saved, currency })}</b>`)}
      ${fact(words.shares, String(held.shares))}
      ${fact(words.free, figure({ amount: held.free, currency }))}
      ${held.waiting === 0 ? '' : fact(words.waiting, figure({ amount: held.waiting, currency }))}
    </dl>
    ${meaning === '' ? '' : html`<p>${meaning}</p>`}`
}

const sumField = (room: Room) => ({ ...paidField(room), label: wordsAt(room).amount })

/** Money in or out of a member's savings: the same form, and the same check. */
const moved = (
  {
    name,
    rule,
    shown,
  }: { readonly name: 'deposit' | 'take-out'; readonly rule: Action; readonly shown: Act['shown'] },
  {
    type,
    meaning,
  }: {
    readonly type: 'RecordDeposit' | 'RecordWithdrawal'
    readonly meaning: (room: Room) => string
  },
): Task =>
  ofSaver({ name, rule }, async (room, memberId) => ({
    shown,
    facts: await heldTold(room, memberId, meaning(room)),
    fields: [sumField(room)],
    command: (filled) => ({
      ...envelopeOf(filled),
      type,
      memberId,
      amount: paidIn(room, filled),
    }),
    confirm: async (filled, { flags, carried }) =>
      confirmMovedPage(room.at, {
        task: name,
        card: cardOf(room.book, memberId),
        amount: paidIn(room, filled),
        currency: currencyOf(room),
        before: (await heldIn(room, memberId))?.saved ?? 0,
        day: filled.day,
        today: room.today,
        flags,
        carried,
      }),
  }))

const deposit = moved(
  { name: 'deposit', rule: 'RecordDeposit', shown: 'savings' },
  { type: 'RecordDeposit', meaning: () => '' },
)

const takeOut = moved(
  { name: 'take-out', rule: 'RecordWithdrawal', shown: 'box' },
  { type: 'RecordWithdrawal', meaning: (room) => wordsAt(room).takeOutMeaning },
)

const askSavings = ofSaver(
  { name: 'ask-savings', rule: 'RequestWithdrawal' },
  async (room, memberId) => {
    const facts = await savingsFacts(room)
    const currency = currencyOf(room)
    return {
      shown: 'savings',
      facts: await heldTold(room, memberId, wordsAt(room).askMeaning),
      fields: [sumField(room)],
      command: (filled) => ({
        ...envelopeOf(filled),
        type: 'RequestWithdrawal',
        memberId,
        amount: paidIn(room, filled),
      }),
      more: (filled) =>
        answerTold(room.at.language, {
          currency,
          answer: withdrawalAnswerOf(facts, { on: filled.day, amount: paidIn(room, filled) }),
        }),
    }
  },
)

/** Money that somebody saves or takes out in private: the book and the log tell of it, and not of whom. */
const inPrivate = ofSaver(
  { name: 'private-savings', rule: 'keep-private-savings' },
  async (room, memberId) => {
    const needs = room.context.get('needs')
    const words = wordsAt(room)
    const owner = { fundId: room.at.fundId, memberId }
    const lines = await privateLinesOf(needs, owner)
    return {
      shown: 'savings',
      facts: html`<p>${words.privateMeaning}</p>
        <p>${words.privateOut}</p>`,
      isOfService: true,
      fields: [
        sumField(room),
        choiceField({
          name: 'direction',
          label: words.privateDirection,
          choices: choicesOf(directions, (one) => words[`direction_${one}`]),
          fault: words.chooseOne,
          as: 'radios',
        }),
      ],
      command: (filled) => {
        const amount = paidIn(room, filled)
        const isOut = filled.of('direction') === 'out'
        return {
          ...envelopeOf(filled),
          type: 'RecordPrivateSavings',
          mark: markOf(needs, owner, filled.id),
          direction: isOut ? 'out' : 'in',
          amount,
          ...(isOut && amount > savedInPrivate(lines, filled.id)
            ? { isMoreThanOwn: true as const }
            : {}),
        }
      },
      more: (filled) => sumTold(room, paidIn(room, filled)),
    }
  },
)

/**
 * Nothing is said of what the owner has before it is recorded: the check could be asked again and again, for sums that
 * nobody wants, until it told to the riel what somebody has. What was recorded beyond it bears its flag in the book.
 */
const privateSavings: Task = {
  ...inPrivate,
  isUnnamed: true,
  about: async (room, id) => {
    const about = await inPrivate.about(room, id)
    return (
      about && {
        ...about,
        confirm: (filled, told) => about.confirm(filled, { ...told, flags: [] }),
      }
    )
  },
}

/** The vote on a share-out, which is about the whole fund. */
const shareOut: Task = {
  name: 'share-out',
  rule: 'ShareOut',
  subject: 'fund',
  choose: ({ context, at }) => context.redirect(placeOf.shareOut(at), 303),
  about: async (plainRoom, id) => {
    if (id !== plainRoom.at.fundId) return undefined
    const room = { ...plainRoom, kin: new Set<string>() }
    const facts = await savingsFacts(room)
    const words = wordsAt(room)
    const { currency } = charterOf(room.book, room.today)
    // What was looked at before the vote comes along, and may be changed.
    const wished = room.context.req.query()
    const chosen = wished['split'] === undefined ? undefined : askedFor(wished)
    const act: Act = {
      shown: 'savings',
      dayLegend: formWordsAt(room.at).dayVoted,
      facts: html`<p>${words.voteLead}</p>
        ${chosen === undefined ? '' : totalsPart(room.at, shareOutViewOf(facts, room.today, chosen), currency)}`,
      prefilled: {
        ...allThere(room),
        ...(chosen && { isSplit: chosen.isSurplusSplit ? 'yes' : 'no', payOut: chosen.payOut }),
      },
      fields: [
        choiceField({
          name: 'isSplit',
          label: words.isSplit,
          choices: choicesOf(['yes', 'no'] as const, (one) => words[`split_${one}`]),
          fault: words.chooseOne,
          as: 'radios',
        }),
        choiceField({
          name: 'payOut',
          label: words.what,
          choices: choicesOf(payOuts, (one) => words[`payOut_${one}`]),
          fault: words.chooseOne,
          as: 'radios',
        }),
        ...ballotFields(room, { memberId: '', isForTheMeeting: true, isOfAll: true }),
      ],
      command: (filled) => ({
        ...envelopeOf(filled),
        type: 'ShareOut',
        isSurplusSplit: filled.of('isSplit') === 'yes',
        payOut: filled.of('payOut') as PayOut,
        ballot: ballotIn(room, filled),
      }),
      check: ({ of }) =>
        of('isSplit') === 'no' && of('payOut') === 'parts'
          ? new Map([['payOut', words.partsNeedSplit]])
          : new Map(),
      more: (filled) => {
        const isSurplusSplit = filled.of('isSplit') === 'yes'
        const wanted = { isSurplusSplit, payOut: filled.of('payOut') as PayOut }
        return planTable(room.at, shareOutViewOf(facts, filled.day, wanted), currency)
      },
    }
    const safe = placeOf.shareOut(room.at)
    const subject = { field: 'fund', id } as const
    return aboutAct(room, { task: 'share-out', subject, about: undefined, safe }, act)
  },
}

/** Everything about savings that the record-keeper writes down beside the shares of a meeting. */
export const savingTasks: readonly Task[] = [deposit, askSavings, takeOut, privateSavings, shareOut]
