import { charterOf } from '#domain/health/book.ts'
import { buyShares } from '#domain/savings/operations/money.ts'
import { type SavingEffect, savedThrough, savingEffect } from '#src/app/lending/before-after.ts'
import { aboutMember } from '#src/desk/about.ts'
import { type Effect, atDesk } from '#src/desk/act.ts'
import { facts, note } from '#src/desk/content.ts'
import type { Language } from '#src/words/catalogue.ts'
import { moneyInFigures } from '#src/words/locale.ts'
import { deskWords } from '#src/words/words.ts'

/** How many shares, and what each of them is worth. */
export const sharesText = (
  language: Language,
  { shares, shareValue, currency }: Pick<SavingEffect, 'shares' | 'shareValue' | 'currency'>,
): string =>
  deskWords
    .in(language)
    .sharesTimes(String(shares), moneyInFigures({ amount: shareValue, currency }))

/** What bought shares do, as it is told before they are recorded. */
export const savingReadBack = (language: Language, done: SavingEffect): Effect => {
  const words = deskWords.in(language)
  const money = (amount: number) => ({ amount, currency: done.currency })
  return {
    money: {
      isOf: 'savings',
      said: words.amountSaved,
      on: words.given,
      sum: money(done.amount),
      note: sharesText(language, done),
    },
    told: [
      {
        is: 'balance',
        label: words.savings,
        before: money(done.savedBefore),
        after: money(done.savedAfter),
      },
      note(words.loansUnchanged, 'calm'),
    ],
    flags: {
      'more-shares-than-a-meeting-allows': words.flagManyShares(String(done.sharesMax)),
    },
    asksAgain: done.asksAgain,
  }
}

/** How many shares a member bought, and when. */
export const saving = atDesk(buyShares, {
  name: 'saving',
  about: aboutMember,
  shown: ({ book, today, language, fundId, needs }, { member: { memberId } }) => {
    const words = deskWords.in(language)
    const { currency, shareValue, sharesPerMeeting } = charterOf(book, today)
    const saved = { amount: savedThrough(book, memberId, today), currency }
    return {
      shown: 'savings',
      title: words.recordSaving,
      question: words.checkSaving,
      dayLegend: words.dayLegend,
      told: [
        facts(
          { label: words.shareValue, tone: 'main', money: { amount: shareValue, currency } },
          { label: words.savedNow, money: saved },
        ),
      ],
      asks: {
        shares: {
          label: words.sharesLabel,
          hint: `${words.sharesMax(String(sharesPerMeeting.max))} ${words.sharesHint}`,
          isLarge: true,
          fault: {
            missing: words.sharesMissing,
            'not-digits': words.sharesNotDigits,
            zero: words.sharesZero,
            'too-large': words.sharesTooMany,
          },
        },
      },
      effect: async (command) => {
        const postings = await needs.store.postings(fundId, {
          accounts: [`liability:savings:${memberId}`],
        })
        return savingReadBack(language, savingEffect({ book, postings }, command, today))
      },
    }
  },
})
