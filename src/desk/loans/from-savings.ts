import { standingOf } from '#domain/loans/standing.ts'
import type { Proof } from '#domain/loans/request/proof.ts'
import { repayFromSavings } from '#domain/loans/operations/netting.ts'
import { settlementOn } from '#src/app/lending/before-after.ts'
import { aboutLoan } from '#src/desk/about.ts'
import { atDesk } from '#src/desk/act.ts'
import type { Own } from '#src/desk/asking.ts'
import { facts, note } from '#src/desk/content.ts'
import type { Desk } from '#src/desk/desk.ts'
import { sumPaid } from '#src/desk/loans/paying.ts'
import { heldBy } from '#src/desk/savings/facts.ts'
import { witnessesOf } from '#src/desk/witnesses.ts'
import { codeSaid } from '#src/words/code-words.ts'
import { deskWords, savingWords, seldomWords } from '#src/words/words.ts'

const two = 2

/** Who heard the borrower say it; two are wanted here. */
const proofOf = (desk: Desk): Own<Proof> => {
  const { fields, said } = witnessesOf(desk, seldomWords.in(desk.language).sawItHint)
  return { fields, said: (filled) => said(filled) ?? {} }
}

/** The borrower pays out of her own savings, and two others saw that she wanted it. */
export const fromSavings = atDesk(repayFromSavings, {
  name: 'from-savings',
  about: aboutLoan,
  shown: async (desk, { loan }) => {
    const { today, language } = desk
    const { currency } = loan.terms
    const words = seldomWords.in(language)
    const money = (amount: number) => ({ money: { amount, currency } })
    const saved = (await heldBy(desk, loan.memberId))?.saved ?? 0
    const { owed = 0 } = standingOf(loan, today) ?? {}
    const most = Math.min(saved, settlementOn(loan, today))
    const proof = proofOf(desk)
    return {
      shown: 'savings',
      told: [
        note(words.fromSavingsMeaning),
        facts(
          { label: deskWords.in(language).loanLeft, ...money(owed) },
          { label: words.mostFromSavings, tone: 'main', ...money(most) },
        ),
      ],
      asks: {
        amount: sumPaid(desk),
        proof,
      },
      check: (command) =>
        (command.proof.witnesses?.length ?? 0) < two
          ? new Map([[proof.fields[1]!.name, codeSaid('own-act-not-witnessed', language)!]])
          : new Map(),
      effect: ({ amount }) => ({
        told: [
          {
            is: 'balance',
            label: savingWords.in(language).saved,
            before: { amount: saved, currency },
            after: { amount: saved - amount, currency },
          },
          {
            is: 'balance',
            label: deskWords.in(language).loanLeft,
            before: { amount: owed, currency },
            after: { amount: Math.max(owed - amount, 0), currency },
          },
        ],
      }),
    }
  },
})
