import { officerRulesOf } from '#domain/fund/people/officer-rules.ts'
import { charterOf } from '#domain/health/book.ts'
import type { Loan } from '#domain/loans/loan.ts'
import { planOf, spreadAnew } from '#domain/loans/loan-plan.ts'
import { decideLoan } from '#domain/loans/operations/deciding.ts'
import { writeOffLoan } from '#domain/loans/operations/giving-up.ts'
import { rescheduleLoan } from '#domain/loans/operations/voted-anew.ts'
import { standingOf } from '#domain/loans/standing.ts'
import { duesOf } from '#domain/loans/plan/village-convention.ts'
import { placeInQueue } from '#src/app/lending/lending-queue.ts'
import { requestViewOf } from '#src/app/lending/loan-view.ts'
import { rulingsOnRequest } from '#src/app/lending/request-rulings.ts'
import { type Kin, type RequestFound, aboutVotedLoan, aboutRequest } from '#src/desk/about.ts'
import { atDesk } from '#src/desk/act.ts'
import { areTooFew, ballotOf, steppedOut } from '#src/desk/ballot.ts'
import { type Desk, currencyOf } from '#src/desk/desk.ts'
import { lendableFact } from '#src/desk/loans/limits.ts'
import { requestPart } from '#src/desk/loans/request-part.ts'
import { costOf } from '#src/desk/loans/cost.ts'
import { officersOn } from '#src/desk/officers.ts'
import { type Content, facts, note } from '#src/desk/content.ts'
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

/** All that is known of a request before the vote. */
const knownBefore = async (desk: Desk, { request, kin }: RequestFound): Promise<Content> => {
  const { book, today } = desk
  const view = requestViewOf(book, request)
  const place = placeInQueue(book, request.loanId, today)
  const of = { view, currency: currencyOf(desk) }
  return [
    requestPart(desk, request),
    facts(await lendableFact(desk)),
    { is: 'appraisal', ...of },
    { is: 'disclosure', ...of },
    ...(place ? [{ is: 'queue-place', place } as const] : []),
    ...(view.guarantors.length === 0 ? [] : [{ is: 'guarantors', ...of } as const]),
    ...costOf(desk, request, today),
    ...steppedOut(desk, kin),
  ]
}

/** The vote on a request. */
export const decision = atDesk(decideLoan, {
  name: 'decision',
  about: aboutRequest,
  shown: async (desk, found) => {
    const { request, kin } = found
    const words = lendingFormWords.in(desk.language)
    const life = lendingWords.in(desk.language)
    const { memberId, principal: amount } = request.asked
    const isForTheMeeting =
      request.state === 'appealed' ||
      isBeyondOfficers(desk, { memberId, amount, kin }) ||
      isTheMeetings(desk, request)
    return {
      shown: 'meeting',
      told: await knownBefore(desk, found),
      dayLegend: words.dayVoted,
      asks: {
        ballot: ballotOf(desk, { memberId, kin, isForTheMeeting }),
        reason: {
          label: words.reasonLabel,
          each: (one) => life[`reason_${one}`],
          fault: words.chooseOne,
        },
      },
      effect: ({ effectiveOn }) => ({ told: costOf(desk, request, effectiveOn) }),
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
