import { html } from 'hono/html'
import { scopeFor } from '#domain/access/table.ts'
import type { LocalDate } from '#domain/kernel/dates.ts'
import type { Ruling } from '#domain/fairness/ruling.ts'
import type { LoanRequest } from '#domain/loans/request/request-state.ts'
import { charterOf, standingsOn } from '#domain/health/book.ts'
import type { LoanStanding } from '#domain/loans/standing.ts'
import { placeInQueue } from '#src/app/lending/lending-queue.ts'
import { rulingsOnRequest } from '#src/app/lending/request-rulings.ts'
import { type NextStep, nextStepOf } from '#src/app/lending/loan-register.ts'
import { requestViewOf } from '#src/app/lending/loan-view.ts'
import type { Act, Form } from '#src/desk/act.ts'
import { type Content, facts } from '#src/desk/content.ts'
import type { Filling } from '#src/desk/filling.ts'
import { appraisal } from '#src/desk/loans/asking.ts'
import { costOf } from '#src/desk/loans/cost.ts'
import { decision } from '#src/desk/loans/deciding.ts'
import { disclosure } from '#src/desk/loans/disclosure.ts'
import { lendableFact } from '#src/desk/loans/limits.ts'
import { payout } from '#src/desk/loans/paying-out.ts'
import { placeOf } from '#src/desk/places.ts'
import { deskIn } from '#src/http/desk/desk-in.ts'
import { begun } from '#src/http/desk/filled.ts'
import { withNames } from '#src/http/desk/names.ts'
import type { Visit } from '#src/http/desk/visit.ts'
import { healthVisit } from '#src/http/health.ts'
import { nothingHere } from '#src/http/household.ts'
import { type ActFilling, actText } from '#src/pages/desk/form.ts'
import { formPart } from '#src/pages/forms/form.ts'
import type { HealthPlace } from '#src/pages/health/parts.ts'
import type { Html } from '#src/pages/layout.ts'
import type { Act as BesideAct } from '#src/pages/lending/acts.ts'
import { type GateName, type OpenGate, gateNames } from '#src/pages/lending/gates.ts'
import { requestPage } from '#src/pages/lending/request-page.ts'
import { dateInWords } from '#src/words/locale.ts'
import { gatesWords } from '#src/words/words.ts'

const acts: Readonly<Record<GateName, Act>> = { appraisal, disclosure, decision, payout }

/** A form that stands in a gate: a new one, or one that was sent and has to be mended. */
type GateForm = {
  readonly act: Act
  readonly form: Form
  readonly id: string
  readonly filling: Filling & ActFilling
}

type Shown = {
  readonly visit: Visit
  readonly place: HealthPlace
  readonly asOf: LocalDate
  readonly request: LoanRequest
  readonly isOwn: boolean
  readonly sent?: GateForm | undefined
}

const isGate = (next: NextStep | undefined): next is GateName =>
  gateNames.some((name) => name === next)

/** Whether the price was read for a day that is none any more: for one that has passed, or one on which it is not paid out. */
const isReadAnew = ({ request: { disclosure: told }, asOf }: Shown, next: GateName): boolean =>
  told !== undefined &&
  ((next === 'payout' && told.paidOutOn !== asOf) || (next === 'decision' && told.paidOutOn < asOf))

/** Which form stands in the gate that comes next: its own, or first of all the price of another day. */
const formNameOf = (shown: Shown, next: GateName): GateName => {
  const asked = shown.visit.context.req.query('gate')
  const mayReadAnew = next === 'decision' || next === 'payout'
  if (asked === next || !mayReadAnew) return next
  return isReadAnew(shown, next) || asked === 'disclosure' ? 'disclosure' : next
}

const gateForm = async (
  { visit, request }: Shown,
  name: GateName,
): Promise<GateForm | undefined> => {
  const act = acts[name]
  const form = await act.form(deskIn(visit), request.loanId)
  const id = visit.context.get('needs').ids()
  return form && { act, form, id, filling: begun(visit, form) }
}

/** Why the price is read once more, and the way on where that need not be. */
const aroundForm = (
  { visit: { at }, request, asOf }: Shown,
  next: GateName,
  name: GateName,
): { readonly above: Html | ''; readonly below: Html | '' } => {
  const words = gatesWords.in(at.language)
  const day = (on: LocalDate): string => dateInWords(on, at.language)
  const read = request.disclosure?.paidOutOn
  const link = (gate: GateName, label: string): Html =>
    html`<p>
      <a class="button" href="${placeOf.loan(at, request.loanId)}?gate=${gate}">${label}</a>
    </p>`
  if (name === next)
    return { above: '', below: next === 'decision' ? link('disclosure', words.readAnew) : '' }
  const isStopped = read !== undefined && read !== asOf && next === 'payout'
  return {
    above: isStopped
      ? html`<p class="mended" role="alert">
          <b>${words.stopHeading}</b> ${words.stop(day(read))}
        </p>`
      : '',
    below: link(next, next === 'payout' ? words.moneyIsOut : words.toVote),
  }
}

/** Whether what was sent has its form in the gate that comes next; if not, only why it was not taken is told. */
const isOfGate = ({ act }: GateForm, next: NextStep | undefined): boolean =>
  act.name === next || (act.name === 'disclosure' && (next === 'decision' || next === 'payout'))

/** What no vote lends: told before anybody votes. Nothing of it where it is lent or closed already. */
const refusingOn = ({ visit: { book }, request, asOf }: Shown): readonly Ruling[] =>
  isGate(nextStepOf(request, asOf))
    ? rulingsOnRequest(book, request, asOf).filter(({ is }) => is === 'refused')
    : []

/** A form that is opened by hand. */
const closedForm = ({ at }: Visit, form: Html): Html =>
  html`<details class="fold">
    <summary>${gatesWords.in(at.language).allTheSame}</summary>
    ${form}
  </details>`

const openGate = async (shown: Shown): Promise<OpenGate | undefined> => {
  const { visit, request, asOf, sent, isOwn, place } = shown
  const next = nextStepOf(request, asOf)
  if (!isGate(next)) return undefined
  const { held } = visit.context.get('fund')
  const mayFill = !isOwn && scopeFor(acts[next].rule, held) === 'all'
  if (!mayFill || place.askedFor !== undefined) return { name: next, content: '' }
  const isSent = sent !== undefined && isOfGate(sent, next)
  const one = isSent ? sent : await gateForm(shown, formNameOf(shown, next))
  if (!one) return { name: next, content: '' }
  const { price, refusal, ...filling } = one.filling
  const text = actText(visit.at, { name: one.act.name, form: one.form, id: one.id }, price)
  const { above, below } = aroundForm(shown, next, one.act.name as GateName)
  const form = formPart(visit.at.language, { ...text, whose: undefined }, { ...filling, refusal })
  const body = html`${form} ${below}`
  // What no vote lends is read before its form; whoever sent it, or came for it, has read that.
  const isClosed =
    !isSent && visit.context.req.query('gate') === undefined && refusingOn(shown).length > 0
  return { name: next, content: html`${above} ${isClosed ? closedForm(visit, body) : body}` }
}

/** What is known beside the gates before anybody votes; the price, where it does not stand in the gate itself. */
const besideOf = async (shown: Shown): Promise<Content> => {
  const { visit, request, asOf, isOwn, sent } = shown
  const next = nextStepOf(request, asOf)
  if (isOwn || !isGate(next)) return []
  const desk = deskIn(visit)
  const place = placeInQueue(visit.book, request.loanId, asOf)
  const isPriced = (sent?.act.name ?? formNameOf(shown, next)) === 'disclosure'
  return [
    ...(isPriced ? [] : costOf(desk, request, { on: asOf, isRefusalAbove: true, isBeside: true })),
    facts(await lendableFact(desk)),
    ...(place ? [{ is: 'queue-place', place } as const] : []),
  ]
}

const besideActs = (next: NextStep | undefined): readonly BesideAct[] => {
  if (next === undefined) return []
  return next === 'appeal' ? ['appeal'] : ['guarantee', 'withdrawal']
}

/** The loans that whoever asks has not paid back yet. */
const owingIn = ({ visit: { book }, request, asOf }: Shown): readonly LoanStanding[] =>
  standingsOn(book, asOf, request.asked.memberId).filter(({ owed }) => owed > 0)

/** A request as one page with its gates. */
export const requestShown = async (shown: Shown): Promise<Html> => {
  const { visit, place, asOf, request, isOwn, sent } = shown
  const { at, book, context } = visit
  const { held } = context.get('fund')
  const { memberId } = request.asked
  const { store } = context.get('needs')
  const mayRecord = !isOwn && scopeFor('RecordRepayment', held) === 'all'
  const isNamed = at.nameOf !== undefined
  return requestPage(
    {
      view: requestViewOf(book, request),
      hasPhoto: isNamed && (await store.photo(at.fundId, memberId)) !== undefined,
      open: await openGate(shown),
      asOf,
      acts: mayRecord ? besideActs(nextStepOf(request, asOf)) : [],
      beside: await besideOf(shown),
      owing: isOwn ? [] : owingIn(shown),
      refusing: isOwn ? [] : refusingOn(shown),
      refusal:
        sent && !isOfGate(sent, nextStepOf(request, asOf)) ? sent.filling.refusal : undefined,
      isOwn,
      currency: charterOf(book, asOf).currency,
    },
    at,
    place,
  )
}

/** The page of a loan once more, with a form of one of its gates that has to be mended. */
export const gateAgain = async (bare: Visit, sent: GateForm): Promise<Html | Response> => {
  const { context, book } = bare
  const { id } = sent.form.subject
  const health = await healthVisit(context)
  const request = book.requests.find(({ loanId }) => loanId === id)
  if (health instanceof Response) return health
  if (!request) return nothingHere(context)
  const visit = bare.at.nameOf ? bare : await withNames(bare, { kind: 'loan', id })
  const { place, asOf } = health
  return requestShown({ visit, place, asOf, request, isOwn: false, sent })
}
