import { pledgesOn } from '#domain/health/lendable.ts'
import { recordDeposit, recordWithdrawal } from '#domain/savings/operations/money.ts'
import { requestWithdrawal } from '#domain/savings/operations/withdrawals.ts'
import { heldOf } from '#domain/savings/saving.ts'
import { tenTimes } from '#src/app/lending/before-after.ts'
import { withdrawalAnswerOf } from '#src/app/members/savings-view.ts'
import { aboutMember } from '#src/desk/about.ts'
import { type Effect, atDesk } from '#src/desk/act.ts'
import { type Desk, currencyOf } from '#src/desk/desk.ts'
import { besideWho } from '#src/desk/officers.ts'
import { placeOf } from '#src/desk/places.ts'
import { heldBy, savingsFacts } from '#src/desk/savings/facts.ts'
import { type Content, facts, note } from '#src/desk/content.ts'
import { deskWords, savingWords } from '#src/words/words.ts'

const aboutSaver = { ...aboutMember, back: placeOf.savings }

/** What is saved now, in shares and freely: above the sum that is asked for. */
const heldContent = async (desk: Desk, memberId: string): Promise<Content> => {
  const held = await heldBy(desk, memberId)
  const words = savingWords.in(desk.language)
  const money = (amount: number) => ({ money: { amount, currency: currencyOf(desk) } })
  if (!held) return []
  const { saved, shares, free, waiting } = held
  const { requests, loans } = desk.book
  const lent = { requests, loans: new Map(loans.map((one) => [one.loanId, one])) }
  const pledged = pledgesOn(lent, desk.today).get(memberId) ?? 0
  return [
    facts(
      { label: words.saved, tone: 'main', ...money(saved) },
      { label: words.shares, text: String(shares) },
      { label: words.free, ...money(free) },
      pledged > 0 && { label: words.heldForLoans, ...money(heldOf(saved, pledged)) },
      waiting > 0 && { label: words.waiting, ...money(waiting) },
    ),
  ]
}

/** How much of it can be handed out today: what is in cash, and what others asked for before, is looked at. */
const mostNow = async (desk: Desk, memberId: string): Promise<Content> => {
  const saved = await savingsFacts(desk)
  const free = (await heldBy(desk, memberId))?.free ?? 0
  const { payNow: amount } = withdrawalAnswerOf(saved, { on: desk.today, amount: free })
  const label = savingWords.in(desk.language).mostNow
  return [facts({ label, tone: 'main', money: { amount, currency: currencyOf(desk) } })]
}

const sumOf = ({ language }: Desk) => ({
  amount: { label: savingWords.in(language).amount, isLarge: true },
})

/** What money in or out does to somebody's savings. */
const moved = async (
  desk: Desk,
  { memberId, amount }: { readonly memberId: string; readonly amount: number },
  {
    change,
    entryType,
    ...said
  }: {
    readonly change: number
    readonly said: string
    readonly on: string
    /** As what it stands in the book: what was usual of it before is what the same member did. */
    readonly entryType: string
  },
): Promise<Effect> => {
  const accounts = [`liability:savings:${memberId}`] as const
  const rows = await desk.needs.store.postings(desk.fundId, { accounts })
  const own = rows.filter((row) => row.entryType === entryType)
  const words = deskWords.in(desk.language)
  const before = (await heldBy(desk, memberId))?.saved ?? 0
  const money = (sum: number) => ({ amount: sum, currency: currencyOf(desk) })
  return {
    money: { ...said, isOf: 'savings', sum: money(amount) },
    asksAgain: tenTimes(
      amount,
      own.map((row) => Math.abs(row.amount)),
    ),
    told: [
      { is: 'balance', label: words.savings, before: money(before), after: money(before + change) },
      note(words.loansUnchanged, 'calm'),
    ],
  }
}

/** Free savings that come in. */
export const deposit = atDesk(recordDeposit, {
  name: 'deposit',
  about: aboutSaver,
  shown: async (desk, { member }) => {
    const words = deskWords.in(desk.language)
    return {
      shown: 'savings',
      question: savingWords.in(desk.language).checkDeposit,
      told: await heldContent(desk, member.memberId),
      asks: sumOf(desk),
      effect: (command) =>
        moved(desk, command, {
          change: command.amount,
          said: words.amountSaved,
          on: words.given,
          entryType: recordDeposit.entry,
        }),
    }
  },
})

/** Own savings that are handed out. */
export const takeOut = atDesk(recordWithdrawal, {
  name: 'take-out',
  about: aboutSaver,
  shown: async (desk, { member }) => {
    const words = savingWords.in(desk.language)
    return {
      shown: 'box',
      question: words.checkTakeOut,
      told: [
        ...(await heldContent(desk, member.memberId)),
        ...(await mostNow(desk, member.memberId)),
        note(words.takeOutMeaning),
      ],
      asks: sumOf(desk),
      effect: (command) =>
        moved(desk, command, {
          change: 0 - command.amount,
          said: words.amountHanded,
          on: words.handedOn,
          entryType: recordWithdrawal.entry,
        }),
    }
  },
})

/** A member asks for own savings, and is told how much now, how much on which day, and why. */
export const askSavings = atDesk(requestWithdrawal, {
  name: 'ask-savings',
  about: aboutSaver,
  shown: async (desk, { member }) => {
    const saved = await savingsFacts(desk)
    return {
      shown: 'savings',
      told: [
        ...(await heldContent(desk, member.memberId)),
        ...(await mostNow(desk, member.memberId)),
        note(savingWords.in(desk.language).askMeaning),
      ],
      asks: { ...sumOf(desk), ...besideWho(desk, member.memberId) },
      effect: ({ amount, effectiveOn: on }) => ({
        told: [
          {
            is: 'withdrawal-answer',
            answer: withdrawalAnswerOf(saved, { on, amount }),
            currency: currencyOf(desk),
          },
        ],
      }),
    }
  },
})
