import type { LocalDate } from '#domain/kernel/dates.ts'
import { isUuid } from '#domain/kernel/ids.ts'
import {
  type Dispute,
  type DisputeReason,
  disputeReasons,
  finalAnswerOf,
} from '#domain/corrections/disputes.ts'
import type { FundBook } from '#domain/health/book.ts'
import { StorageUnavailable } from '#domain/ports.ts'
import { disputedFrom, ownDisputes } from '#src/app/meeting/disputes.ts'
import { nextMeetingOf } from '#src/app/own-view.ts'
import { disputable } from '#src/desk/corrections/disputed.ts'
import { isAccepted } from '#src/http/commands/answers.ts'
import { formOf } from '#src/http/form.ts'
import type { HttpContext } from '#src/http/env.ts'
import { sendForService } from '#src/http/gate.ts'
import { type NotRight, notRightPage } from '#src/pages/household/not-right.ts'
import { type OwnPlace, ownPlace } from '#src/pages/household/parts.ts'
import type { Html } from '#src/pages/layout.ts'
import { disputeWords } from '#src/words/words.ts'

/** A household at its own page. */
export type OwnRoom = {
  readonly book: FundBook
  readonly place: OwnPlace
  readonly memberId: string
  readonly asOf: LocalDate
}

type Choices = NotRight['choices']

const asForm = ({ about }: Dispute): string => {
  switch (about.kind) {
    case 'savings':
      return 'savings'
    case 'loan':
      return `loan/${about.loanId}`
    case 'entry':
      return `entry/${about.entryId}`
  }
}

const whatOf = (dispute: Dispute, choices: Choices, place: OwnPlace): string =>
  choices.find(({ value }) => value === asForm(dispute))?.label ??
  disputeWords.in(place.language).aboutEntry

const pageOf = async (
  context: HttpContext,
  { book, place, memberId, asOf }: OwnRoom,
  more: Partial<Pick<NotRight, 'about' | 'reason' | 'told' | 'formId'>> = {},
): Promise<{
  readonly html: Html
  readonly choices: Choices
  readonly own: readonly Dispute[]
}> => {
  const needs = context.get('needs')
  const { store, ids } = needs
  const { fundId, language } = place
  const choices = await disputable({ fundId, language, book, needs }, memberId)
  const own = await ownDisputes(store, { book, fundId, memberId })
  const told = own
    .toReversed()
    .map((dispute) => ({ dispute, what: whatOf(dispute, choices, place) }))
  const asked = context.req.query('entry')
  const entry = `entry/${asked ?? ''}`
  const page: NotRight = {
    formId: ids(),
    asOf,
    nextMeeting: nextMeetingOf(book, asOf),
    choices,
    about: choices.some(({ value }) => value === entry) ? entry : '',
    reason: '',
    own: told,
    told: context.req.query('sent') === 'yes' ? 'sent' : undefined,
    ...more,
  }
  return { html: await notRightPage(page, place), choices, own }
}

/** The page on which a household says that something of its own is not right. */
export const ownDisputePage = async (context: HttpContext, room: OwnRoom): Promise<Html> =>
  (await pageOf(context, room)).html

/** As many as one household can have waiting: more say nothing more. */
const waitingMax = 20

/** Whether it was said already and waits: to say it again writes nothing again. */
const isSaid = (own: readonly Dispute[], about: string): boolean => {
  const waiting = own.filter((dispute) => finalAnswerOf(dispute) === undefined)
  return waiting.length >= waitingMax || waiting.some((dispute) => asForm(dispute) === about)
}

const isReason = (text: string): text is DisputeReason =>
  disputeReasons.some((reason) => reason === text)

/** Writes it down, as the one thing that a household writes: about its own savings, loans and lines alone. */
export const disputeOwn = async (context: HttpContext, room: OwnRoom): Promise<Response> => {
  const { memberId, place } = room
  const needs = context.get('needs')
  const typed = await formOf(context)
  const of = (name: string): string => typed?.get(name) ?? ''
  const [id, about, reason] = [of('id'), of('about'), of('reason')]
  const { choices, own } = await pageOf(context, room)
  const again = async (told: 'fault' | 'busy', status: 400 | 503): Promise<Response> => {
    const kept = { about, reason: isReason(reason) ? reason : '', told }
    return context.html((await pageOf(context, room, kept)).html, status)
  }
  const disputed = choices.some(({ value }) => value === about) && disputedFrom(about, memberId)
  if (!isUuid(id) || !disputed || !isReason(reason)) return again('fault', 400)
  const done = context.redirect(`${ownPlace.notRight(place.fundId)}?sent=yes`, 303)
  if (isSaid(own, about)) return done
  const envelope = { id, v: 1, effectiveOn: needs.today() } as const
  try {
    const command = { ...envelope, type: 'RaiseDispute', about: disputed, reason } as const
    const answer = await sendForService(context, place.fundId, command)
    return isAccepted(answer) ? done : await again('fault', 400)
  } catch (error) {
    if (!(error instanceof StorageUnavailable)) throw error
    return again('busy', 503)
  }
}
