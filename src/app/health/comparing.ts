import type { LocalDate } from '#domain/kernel/dates.ts'
import { type Decision, recorded } from '#domain/kernel/decision.ts'
import {
  type Comparison,
  type ComparisonState,
  type Counted,
  type PaperFigures,
  comparedOn,
  comparisonOf,
  countedOf,
} from '#domain/fund/meeting/comparing.ts'
import { comparePaper } from '#domain/fund/operations/comparing.ts'
import { isMemberOn } from '#domain/fund/people/life.ts'
import type { Member } from '#domain/fund/people/members.ts'
import { type CommandOf, operationsOf } from '#domain/operations/operation.ts'
import { standingsOn } from '#domain/health/book.ts'
import { type SavingsFacts, savedByMember } from '#src/app/members/savings-view.ts'

/** What the books say of every member on any day, from the views: the same that the rules look at. */
const stateOf = (facts: SavingsFacts): ComparisonState => ({
  members: new Map(facts.book.members.map((member) => [member.memberId, member])),
  savedOn: (on) => savedByMember(facts, on),
  owedOn: (on) => {
    const owed = new Map<string, number>()
    for (const { loan, owed: left } of standingsOn(facts.book, on))
      owed.set(loan.memberId, (owed.get(loan.memberId) ?? 0) + left)
    return owed
  },
})

/** Whose figures a form asks for, by card: members of that day, and others who have something with the fund. */
export const comparableOn = (facts: SavingsFacts, on: LocalDate): readonly Member[] => {
  const state = stateOf(facts)
  const [saved, owed] = [state.savedOn(on), state.owedOn(on)]
  const hasSomething = ({ memberId }: Member): boolean =>
    (saved.get(memberId) ?? 0) !== 0 || (owed.get(memberId) ?? 0) !== 0
  return facts.book.members
    .filter((one) => one.admittedOn <= on && (isMemberOn(one, on) || hasSomething(one)))
    .toSorted((a, b) => (a.card < b.card ? -1 : 1))
}

/** What the paper says beside what the books say, with nobody to sign it. */
export const counted = (
  facts: SavingsFacts,
  asked: { readonly figures: readonly PaperFigures[]; readonly on: LocalDate },
): Counted => countedOf(comparedOn(stateOf(facts), asked), asked.on)

/** The two figures of any member on a day; nothing of them is made from private savings. */
export const figuresOn = (
  facts: SavingsFacts,
  on: LocalDate,
): ((memberId: string) => { readonly savings: number; readonly loan: number }) => {
  const state = stateOf(facts)
  const [saved, owed] = [state.savedOn(on), state.owedOn(on)]
  return (memberId) => ({ savings: saved.get(memberId) ?? 0, loan: owed.get(memberId) ?? 0 })
}

/** The one act that is tried before it is sent. */
const comparing = operationsOf([comparePaper])

/** What a comparison would say, before anybody signs it; or why it cannot be one. */
export const comparisonTried = (
  facts: SavingsFacts,
  command: CommandOf<typeof comparePaper>,
): Decision<Comparison, string> => {
  const decision = comparing.decide(stateOf(facts), command)
  const told = { entryId: command.id, on: command.effectiveOn }
  return decision.outcome === 'recorded' ? recorded(comparisonOf(decision.body, told)) : decision
}
