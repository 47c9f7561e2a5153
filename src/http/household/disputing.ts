import { html } from 'hono/html'
import { type Dispute, type DisputeReason, disputeReasons } from '#domain/corrections/disputes.ts'
import { StorageUnavailable } from '#domain/ports.ts'
import {
  disputedFrom,
  disputedText,
  isFull,
  isWaitingIn,
  ownDisputes,
} from '#src/app/meeting/disputes.ts'
import { nextMeetingOf } from '#src/app/lending/next-payment.ts'
import { disputable } from '#src/desk/corrections/disputed.ts'
import { type Choice, choiceField, choicesOf } from '#src/desk/fields.ts'
import { isAccepted } from '#src/app/answer.ts'
import { sendForHousehold } from '#src/http/gate.ts'
import type { FormOf, Taken, Typed } from '#src/http/form-pages.ts'
import { type OwnVisit, ownForm } from '#src/http/household.ts'
import { type FormText, formPart } from '#src/pages/forms/form.ts'
import { notRightPage } from '#src/pages/household/not-right.ts'
import { ownPlace } from '#src/pages/household/parts.ts'
import { disputeWords, householdWords } from '#src/words/words.ts'

type DisputeVisit = OwnVisit & {
  /** What of the own book can be meant. */
  readonly choices: readonly Choice[]
  /** Said already. */
  readonly own: readonly Dispute[]
}

const formOf = ({ context, place, choices }: DisputeVisit): FormText => {
  const words = disputeWords.in(place.language)
  const { chooseOne: fault } = words
  const reasons = choicesOf(disputeReasons, (one) => words[`reason_${one}`])
  return {
    heading: householdWords.in(place.language).notRightHeading,
    mended: words.ownFault,
    action: ownPlace.notRight(place.fundId),
    hidden: { id: context.get('needs').ids() },
    fields: [
      choiceField({ name: 'about', label: words.aboutLabel, choices, fault }),
      choiceField({ name: 'reason', label: words.reasonLabel, choices: reasons, fault }),
    ],
    prefilled: { about: `entry/${context.req.query('entry') ?? ''}` },
    more: html`<p>${words.ownMeaning}</p>`,
    submit: words.ownSend,
  }
}

const raise = async (
  { context, memberId, place, own }: DisputeVisit,
  of: Typed,
): Promise<Taken> => {
  const words = disputeWords.in(place.language)
  const disputed = disputedFrom(of('about'), memberId)
  if (!disputed) return { fault: words.ownFault }
  const done = { next: `${ownPlace.notRight(place.fundId)}?sent=yes` }
  if (isWaitingIn(own, disputed)) return done
  if (isFull(own)) return { fault: words.ownFull, status: 409 }
  const envelope = { id: of('id'), v: 1, effectiveOn: context.get('needs').today() } as const
  const reason = of('reason') as DisputeReason
  const command = { ...envelope, type: 'RaiseDispute', about: disputed, reason } as const
  try {
    const answer = await sendForHousehold(context, place.fundId, command)
    if (isAccepted(answer)) return done
    return { fault: words.ownFault, isUsed: answer.outcome === 'conflict' }
  } catch (error) {
    if (!(error instanceof StorageUnavailable)) throw error
    return { fault: words.ownBusy, status: 503 }
  }
}

/** The one thing that a household writes: about its own savings, loans and lines alone. */
export const disputing: Omit<FormOf<DisputeVisit>, 'path' | 'rule'> = {
  ...ownForm(async ({ context, book, place, memberId }) => {
    const needs = context.get('needs')
    const { fundId, language } = place
    return {
      choices: await disputable({ fundId, language, book, needs }, memberId),
      own: await ownDisputes(needs.store, { book, fundId, memberId }),
    }
  }),
  form: formOf,
  page: ({ context, book, place, asOf, choices, own }, form, filling) =>
    notRightPage(place, {
      asOf,
      nextMeeting: nextMeetingOf(book, asOf),
      own: own.toReversed().map((dispute) => ({
        dispute,
        what:
          choices.find(({ value }) => value === disputedText(dispute.about))?.label ??
          disputeWords.in(place.language).aboutEntry,
      })),
      isSent: context.req.query('sent') === 'yes',
      form: formPart(place.language, form, filling),
    }),
  take: raise,
}
