import { type AuditorAccess, isToEndOn } from '#domain/fund/auditors.ts'
import { dismissAuditors } from '#domain/fund/operations/auditors.ts'
import { aboutFund } from '#src/desk/about.ts'
import { atDesk } from '#src/desk/act.ts'
import { note } from '#src/desk/content.ts'
import { handsOf } from '#src/desk/fund/hands.ts'
import { secondOf, secretFirst } from '#src/desk/fund/power.ts'
import { placeOf } from '#src/desk/places.ts'
import { dateInWords } from '#src/words/locale.ts'
import { lendingFormWords, memberFormWords, seldomWords } from '#src/words/words.ts'

/** The meeting ends the right of auditors to read the book. */
export const auditorsEnd = atDesk(dismissAuditors, {
  name: 'auditors-end',
  about: { ...aboutFund, back: placeOf.auditors },
  shown: (desk) => {
    const { book, today, language } = desk
    const words = seldomWords.in(language)
    const open = (book.fund.auditors ?? []).filter((access) => isToEndOn(access, today))
    // A network has no name here: it is known by the days on which it was let in.
    const networks = [...Map.groupBy(open, ({ networkId }) => networkId)]
    const named = ([networkId, accesses]: (typeof networks)[number]) => ({
      value: networkId,
      label: accesses
        .map(({ from, until }: AuditorAccess) =>
          words.readsFromTo(dateInWords(from, language), dateInWords(until, language)),
        )
        .join(' · '),
    })
    const [only] = networks.length === 1 ? networks : []
    return {
      shown: 'stop',
      readAloud: memberFormWords.in(desk.language).readToMeeting,
      ...(networks.length === 0 && {
        nothing: {
          title: words.nobodyReads,
          said: words.nobodyReadsMeaning,
          back: words.backToAuditors,
        },
      }),
      told: [note(words.auditorsEndMeaning), ...secretFirst(desk, 'auditors-end')],
      dayLegend: lendingFormWords.in(language).dayVoted,
      ...(only && { prefilled: { networkId: only[0] } }),
      asks: {
        networkId: {
          label: words.whoseAuditors,
          choices: networks.map(named),
          fault: lendingFormWords.in(language).chooseOne,
          as: 'radios',
        },
        votes: handsOf(desk),
        confirmedBy: secondOf(desk),
      },
      effect: () => ({ flags: { 'auditors-dismissed': words.endStays } }),
    }
  },
})
