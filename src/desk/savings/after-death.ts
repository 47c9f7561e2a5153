import { diedOn, isDeadByTwo } from '#domain/fund/people/life.ts'
import type { Member } from '#domain/fund/people/members.ts'
import { endedByDeath, settleDeath } from '#domain/loans/operations/netting.ts'
import { recordHeirsPayment } from '#domain/savings/operations/heirs.ts'
import { aboutMember, kinOf } from '#src/desk/about.ts'
import { atDesk } from '#src/desk/act.ts'
import { allThere, ballotOf } from '#src/desk/ballot.ts'
import { type Content, facts, note } from '#src/desk/content.ts'
import { type Desk, currencyOf } from '#src/desk/desk.ts'
import { sumPaid } from '#src/desk/loans/paying.ts'
import { placeOf } from '#src/desk/places.ts'
import { heldBy } from '#src/desk/savings/facts.ts'
import { cardsOf } from '#src/desk/witnesses.ts'
import { codeSaid } from '#src/words/code-words.ts'
import { dateInWords, moneyInFigures } from '#src/words/locale.ts'
import { deskWords, lendingFormWords, savingWords, seldomWords } from '#src/words/words.ts'

const aboutDead = { ...aboutMember, choose: placeOf.members, back: placeOf.member }

const savedOf = async (desk: Desk, { memberId }: Member): Promise<number> =>
  (await heldBy(desk, memberId))?.saved ?? 0

/** Each open loan, with what the savings pay of it and what nobody is asked for any more. */
const endedLines = (
  desk: Desk,
  { memberId, on, savings }: { memberId: string; on: string; savings: number },
): readonly string[] => {
  const words = seldomWords.in(desk.language)
  const figures = (amount: number): string => moneyInFigures({ amount, currency: currencyOf(desk) })
  return endedByDeath(desk.book.loans, { id: 'ffffffff-ended', memberId, on, savings }).map(
    ({ loan, told }) =>
      `${deskWords.in(desk.language).loanOf(loan.number)}: ${words.endsSo(figures(told.netted), figures(told.writtenOff))}`,
  )
}

const savedPart = async (desk: Desk, member: Member): Promise<Content> => {
  const died = diedOn(member)
  const words = seldomWords.in(desk.language)
  return [
    ...(died === undefined ? [note(codeSaid('member-not-dead', desk.language)!, 'alert')] : []),
    facts(died !== undefined && { label: words.died, text: dateInWords(died, desk.language) }, {
      label: savingWords.in(desk.language).saved,
      tone: 'main',
      money: { amount: await savedOf(desk, member), currency: currencyOf(desk) },
    }),
  ]
}

/** Savings of somebody who died, in the hands of who was named for them or of the heirs. */
export const heirs = atDesk(recordHeirsPayment, {
  name: 'heirs',
  about: aboutDead,
  shown: async (desk, { member }) => {
    const words = seldomWords.in(desk.language)
    const savings = await savedOf(desk, member)
    return {
      shown: 'savings',
      told: [note(words.heirsMeaning), ...(await savedPart(desk, member))],
      asks: {
        amount: { ...sumPaid(desk), usual: Math.max(savings, 1) },
        to: {
          label: words.heirsTo,
          each: (kind) => words[`heir_${kind}`],
          fault: lendingFormWords.in(desk.language).chooseOne,
          as: 'radios',
        },
        witnesses: cardsOf(desk, 2, (place) => ({
          name: `witness${place}`,
          label: words.heirsWitness(place),
          ...(place === '1' && { hint: words.heirsWitnessHint }),
        })),
      },
      effect: ({ amount }) => ({
        told: [
          { is: 'sum', money: { amount, currency: currencyOf(desk) } },
          {
            is: 'balance',
            label: savingWords.in(desk.language).saved,
            before: { amount: savings, currency: currencyOf(desk) },
            after: { amount: savings - amount, currency: currencyOf(desk) },
          },
        ],
      }),
    }
  },
})

const why = (desk: Desk, member: Member): string | undefined => {
  const { today, language } = desk
  if (diedOn(member) === undefined) return codeSaid('member-not-dead', language)
  if (!isDeadByTwo(member, today)) return codeSaid('death-by-one-word', language)
  const about = { memberId: member.memberId, on: today, savings: 0 }
  return endedLines(desk, about).length === 0 ? codeSaid('no-loan-open', language) : undefined
}

/** The meeting ends the loans of somebody who died. */
export const deathSettled = atDesk(settleDeath, {
  name: 'death-settled',
  about: {
    ...aboutDead,
    find: async (desk: Desk, id: string) => {
      const found = await aboutDead.find(desk, id)
      return found && { ...found, ...(await kinOf(desk, { memberId: id })) }
    },
  },
  shown: async (desk, { member, kin }) => {
    const { language, today } = desk
    const words = seldomWords.in(language)
    const { memberId } = member
    const savings = await savedOf(desk, member)
    const nothing = why(desk, member)
    const ended = (on: string, isNetted: boolean) =>
      ({
        is: 'list',
        heading: isNetted ? words.endedWithSavings : words.endedWithout,
        lines: endedLines(desk, { memberId, on, savings: isNetted ? savings : 0 }),
      }) as const
    return {
      shown: 'meeting',
      ...(nothing !== undefined && {
        nothing: { title: words.nothingToEnd, said: nothing, back: words.backToMember },
      }),
      told: [
        note(words.settleMeaning),
        ...(await savedPart(desk, member)),
        ended(today, false),
        ...(savings > 0 ? [ended(today, true)] : []),
      ],
      dayLegend: lendingFormWords.in(language).dayVoted,
      prefilled: allThere(desk, kin),
      asks: {
        isNetted: {
          label: words.netted,
          each: (one) => words[`netted_${one}`],
          fault: lendingFormWords.in(language).chooseOne,
          as: 'radios',
        },
        ballot: ballotOf(desk, { memberId, kin, isForTheMeeting: true }),
      },
      effect: ({ isNetted, effectiveOn }) => ({ told: [ended(effectiveOn, isNetted)] }),
    }
  },
})
