import { html } from 'hono/html'
import { scopeFor } from '#domain/access/table.ts'
import { goingOver, nextBatchDay } from '#domain/cases/batch.ts'
import { isAccepted } from '#src/app/answer.ts'
import {
  type BookAnswer,
  type Going,
  askLater,
  handOver,
  isAskedTogether,
  waitingIn,
} from '#src/app/cases/bridge.ts'
import { type ActNeeds } from '#src/app/cases/cases.ts'
import { marksOf } from '#src/app/support/claims.ts'
import { codeOf } from '#src/app/support/files.ts'
import type { Wanted } from '#src/app/support/asking.ts'
import { type DeskVisit, deskVisit } from '#src/http/cases/opening.ts'
import { behindCases, casesIn } from '#src/http/cases/place.ts'
import { bridgePath } from '#src/desk/cases/places.ts'
import type { HttpContext } from '#src/http/env.ts'
import { type FormOf, type Taken, formPages } from '#src/http/form-pages.ts'
import { notHere } from '#src/http/network/place.ts'
import type { Pages } from '#src/http/page.ts'
import { answered } from '#src/http/support/acts.ts'
import { askInNameOf, wouldRefuse } from '#src/http/support/later.ts'
import { dateInWords } from '#src/words/locale.ts'
import { caseBridgeWords } from '#src/words/words.ts'

/** What the store of cases needs where all that the team asks for goes over together; undefined where nobody has cases. */
export const togetherIn = async (context: HttpContext): Promise<ActNeeds | undefined> => {
  const needs = casesIn(context)
  return needs && (await isAskedTogether(needs)) ? needs : undefined
}

/** Lets what somebody of the team asks for wait among the rest; a code says why it is not even asked. */
export const waits = async (
  context: HttpContext,
  needs: ActNeeds,
  { scope, wanted }: { readonly scope: string; readonly wanted: Wanted },
): Promise<{ readonly on: string } | { readonly code: string } | Response> => {
  const why = await wouldRefuse(context, { fundId: scope, memberId: undefined }, wanted)
  if (why instanceof Response) return why
  if (why !== undefined) return { code: why }
  const { id: _id, effectiveOn: _on, papers, ...rest } = wanted
  const sealing = context.get('needs').sealing!
  const marks = await marksOf(
    { sealing },
    { networkId: needs.networkId, kind: wanted.kind, papers },
  )
  const asker = context.get('caller')!.by.actor
  await askLater(needs, { asker, scope, asks: { ...rest, marks } })
  return { on: nextBatchDay(needs.today) }
}

/** Sends one that goes over as an ordinary command, in the name of whoever asked for it. */
const sent =
  (context: HttpContext) =>
  async ({ scope, asker, asks, going }: Going): Promise<BookAnswer> => {
    const needs = context.get('needs')
    const wanted = { ...asks, id: going.id, effectiveOn: going.on, papers: [] }
    const answer = await askInNameOf(context, { fundId: scope, userId: asker, wanted })
    if (!answer) return { refusal: 'window-unknown' }
    const door = { fundId: scope, memberId: undefined }
    await answered(context, door, { type: 'AskForSupport', answer })
    if (isAccepted(answer)) return { code: codeOf(needs, scope, going.id) }
    return { refusal: 'code' in answer ? answer.code : 'not-taken' }
  }

/** A worker of the team who may bring people to funds as well; nobody else hands anything over. */
const handingVisit = async (context: HttpContext): Promise<DeskVisit | Response> => {
  const visit = await deskVisit(context)
  if (visit instanceof Response) return visit
  const may = scopeFor('bring-support', context.get('network').held) === 'all'
  return may && context.get('needs').sealing ? visit : notHere(context)
}

const wordsOf = ({ context }: DeskVisit) => caseBridgeWords.in(context.get('language'))

const handing: FormOf<DeskVisit> = {
  path: bridgePath.handOver,
  rule: 'open-cases',
  find: handingVisit,
  frame: ({ context }) => behindCases(context),
  form: async (visit) => {
    const { context, needs } = visit
    const words = wordsOf(visit)
    const waiting = await waitingIn(needs)
    const day = dateInWords(nextBatchDay(needs.today), context.get('language'))
    const begun = waiting.filter(({ going }) => going !== undefined).length
    const due = goingOver(waiting, needs.today).length
    return {
      shown: 'road',
      heading: words.handOver,
      told: html`<p>${words.handOverTold}</p>
        <p>
          <b>${words.waiting(waiting.length)}</b>
          ${due + begun > 0 ? words.dueNow(due) : words.nextOn(day)}
        </p>
        <p class="quiet">${words.fewWait}</p>`,
      action: bridgePath.handOver,
      fields: [],
      submit: words.handOverYes,
      back: { href: '/cases', label: words.notNow },
    }
  },
  take: async (visit): Promise<Taken> => {
    const { context, needs } = visit
    const words = wordsOf(visit)
    const went = await handOver(needs, context.get('needs').ids, sent(context))
    return went === 0
      ? { status: 409, fault: words.nothingGoes }
      : { status: 200, told: html`<p>${words.went(went)}</p>` }
  },
}

/** What waits goes over on its day, by the hand of one of the team. */
export const handingOverPages = (pages: Pages): void => formPages(pages, handing)
