import type { Currency } from '#domain/kernel/money.ts'
import type { RequestedLoan } from '#domain/loans/request/request-state.ts'
import type { Language } from '#src/words/catalogue.ts'
import { askingWords, buyOutWords, lendingFormWords } from '#src/words/words.ts'
import { dateInWords, moneyInFigures } from '#src/words/locale.ts'

type Line = readonly [label: string, said: string]

/** By which way somebody leaves, and by the licence of which agency. */
const leavingBy = (
  migration: RequestedLoan['migration'],
  language: Language,
): readonly (Line | undefined)[] => {
  if (!migration) return []
  const form = lendingFormWords.in(language)
  const { channel, agencyCheckedOn: on, agencyLicence: licence } = migration
  return [
    [form.channelLabel, form[`channel_${channel}`]],
    on === undefined ? undefined : [form.agencyCheckedOn, dateInWords(on, language)],
    licence === undefined ? undefined : [form.agencyLicence, licence],
  ]
}

/** What comes with a request beside its sum, its time and what it is for; nothing of what is usual. */
export const comesWith = (
  { fee, deposit, security, migration, buyOut }: RequestedLoan,
  { language, currency }: { readonly language: Language; readonly currency: Currency },
): readonly Line[] => {
  const words = askingWords.in(language)
  const form = lendingFormWords.in(language)
  const kinds = buyOutWords.in(language)
  const money = (amount: number): string => moneyInFigures({ amount, currency })
  const lines: readonly (Line | undefined)[] = [
    fee === undefined ? undefined : [words.fee, money(fee)],
    deposit === undefined ? undefined : [words.deposit, money(deposit)],
    security === undefined ? undefined : [words.security, words[`security_${security}`]],
    ...leavingBy(migration, language),
    buyOut && [
      form.lendersPaid,
      buyOut.lenderKinds.map((kind) => kinds[`kind-${kind}`]).join(' · '),
    ],
    buyOut?.burdenBefore && [words.burdenBefore, words[`band_${buyOut.burdenBefore}`]],
    buyOut?.burdenAfter && [words.burdenAfter, words[`band_${buyOut.burdenAfter}`]],
    buyOut?.lightens && [words.lightens, form.yes],
  ]
  return lines.filter((line) => line !== undefined)
}
