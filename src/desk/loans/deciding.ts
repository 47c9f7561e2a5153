import { officerRulesOf } from '#domain/fund/people/officer-rules.ts'
import { type Ballot, isCarried } from '#domain/fund/meeting/voting.ts'
import { charterOf } from '#domain/health/book.ts'
import type { Loan } from '#domain/loans/loan.ts'
import { planOf, spreadAnew } from '#domain/loans/loan-plan.ts'
import { decideLoan } from '#domain/loans/operations/deciding.ts'
import { writeOffLoan } from '#domain/loans/operations/giving-up.ts'
import { rescheduleLoan } from '#domain/loans/operations/voted-anew.ts'
import { standingOf } from '#domain/loans/standing.ts'
import { duesOf } from '#domain/loans/plan/village-convention.ts'
import { rulingsOnRequest } from '#src/app/lending/request-rulings.ts'
import { type Kin, type RequestFound, aboutVotedLoan, aboutRequest } from '#src/desk/about.ts'
import { atDesk } from '#src/desk/act.ts'
import { areTooFew, ballotOf, steppedOut, usualBallot } from '#src/desk/ballot.ts'
import type { Desk } from '#src/desk/desk.ts'
import { gate } from '#src/desk/loans/gate.ts'
import { costOf } from '#src/desk/loans/cost.ts'
import { officersOn } from '#src/desk/officers.ts'
import { choiceField, choicesOf } from '#src/desk/fields.ts'
import { facts, note } from '#src/desk/content.ts'
import { lendingFormWords, lendingWords } from '#src/words/words.ts'

type Matter = Kin & { readonly memberId: string; readonly amount: number }

/** Whether it is beyond what officers may decide by themselves, as far as that can be told before they vote. */
const isBeyondOfficers = (desk: Desk, { memberId, amount, kin }: Matter): boolean =>
  areTooFew(desk, memberId, kin) ||
  amount > officerRulesOf(charterOf(desk.book, desk.today)).amountMax ||
  officersOn(desk, desk.today).some((officer) => officer.memberId === memberId)

/** Whether a rule of fairness leaves it to the meeting. */
const isTheMeetings = ({ book, today }: Desk, request: RequestFound['request']): boolean =>
  rulingsOnRequest(book, request, today).some(({ is }) => is === 'for-the-meeting')

type Said = { readonly said: string; readonly ballot: Ballot }

/** What the meeting said is held against its hands, so that a slip of the pen turns no vote round. */
const saidFault = ({ language }: Desk, { said, ballot }: Said): ReadonlyMap<string, string> => {
  const words = lendingFormWords.in(language)
  if (said === '' || (said === 'lend') === isCarried(ballot)) return new Map()
  return new Map([['said', said === 'lend' ? words.saidNotCarried : words.saidNotLost]])
}

const isRefused = ({ book, today }: Desk, request: RequestFound['request']): boolean =>
  rulingsOnRequest(book, request, today).some(({ is }) => is === 'refused')

/** The vote on a request. */
export const decision = atDesk(decideLoan, {
  ...gate,
  name: 'decision',
  about: aboutRequest,
  shown: (desk, { request, kin }) => {
    const words = lendingFormWords.in(desk.language)
    const life = lendingWords.in(desk.language)
    const { memberId, principal: amount } = request.asked
    const isForTheMeeting =
      request.state === 'appealed' ||
      isBeyondOfficers(desk, { memberId, amount, kin }) ||
      isTheMeetings(desk, request)
    const matter = { memberId, kin, isForTheMeeting, isShort: true }
    const said = choiceField({
      name: 'said',
      label: words.saidLabel,
      choices: choicesOf(['lend', 'refuse'] as const, (one) => words[`said_${one}`]),
      fault: words.chooseOne,
      as: 'radios',
      isOptional: true,
    })
    return {
      shown: 'meeting',
      told: steppedOut(desk, kin),
      dayLegend: words.dayVoted,
      dayFold: words.ballotMore,
      submit: words.act_decision,
      // Where no vote lends it, nobody is led to say that one did.
      prefilled: {
        ...usualBallot(desk, matter),
        ...(isRefused(desk, request) ? {} : { said: 'lend' }),
      },
      check: ({ ballot }, { of }) => saidFault(desk, { said: of('said'), ballot }),
      asks: {
        ballot: ballotOf(desk, matter),
        reason: {
          before: [said],
          label: words.reasonLabel,
          each: (one) => life[`reason_${one}`],
          fault: words.chooseOne,
        },
      },
      effect: ({ effectiveOn }) => ({ told: costOf(desk, request, { on: effectiveOn }) }),
    }
  },
})

const owedOf = (loan: Loan, day: string): number => standingOf(loan, day)?.owed ?? 0

const largestOf = (parts: readonly number[]): number => Math.max(0, ...parts)

/** The vote on more time for a household that cannot pay as agreed. */
export const newPlan = atDesk(rescheduleLoan, {
  name: 'new-plan',
  about: aboutVotedLoan,
  shown: (desk, { loan, kin }) => {
    const words = lendingFormWords.in(desk.language)
    const { memberId } = loan
    const amount = owedOf(loan, desk.today)
    const line = (label: string, sum: number) =>
      ({
        label,
        tone: 'strong',
        money: { amount: sum, currency: loan.terms.currency },
      }) as const
    const before = line(
      words.largestBefore,
      largestOf(duesOf(loan).map(({ principal }) => principal)),
    )
    const isForTheMeeting = isBeyondOfficers(desk, { memberId, amount, kin })
    return {
      shown: 'postponed',
      dayLegend: words.dayVoted,
      told: [
        note(words.newPlanMeaning),
        facts(line(words.owedNow, amount), before),
        ...steppedOut(desk, kin),
      ],
      asks: {
        months: { label: words.planMonths, fault: words.monthsFault, isLarge: true },
        firstDueOn: { label: words.firstDueLabel, hint: words.dateHint, fault: words.dateFault },
        ballot: ballotOf(desk, { memberId, kin, isForTheMeeting }),
      },
      effect: ({ months, effectiveOn }) => {
        const after = largestOf(spreadAnew(planOf(loan), owedOf(loan, effectiveOn), months))
        return { told: [facts(before, line(words.largestAfter, after))] }
      },
    }
  },
})

/** The meeting's vote that nobody asks for a loan any more. */
export const givingUp = atDesk(writeOffLoan, {
  name: 'giving-up',
  about: aboutVotedLoan,
  shown: (desk, { loan, kin }) => {
    const { memberId, terms } = loan
    const words = lendingFormWords.in(desk.language)
    const money = { amount: owedOf(loan, desk.today), currency: terms.currency }
    const owed = facts({ label: words.owedNow, tone: 'main', money })
    return {
      shown: 'stop',
      told: [note(words.givingUpMeaning), owed, ...steppedOut(desk, kin)],
      dayLegend: words.dayVoted,
      asks: { ballot: ballotOf(desk, { memberId, kin, isForTheMeeting: true }) },
      effect: () => ({ told: [owed] }),
    }
  },
})
