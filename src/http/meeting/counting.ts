import { meetingPlace } from '#src/desk/places.ts'
import { isUuid } from '#domain/kernel/ids.ts'
import { StorageUnavailable } from '#domain/ports.ts'
import type { Count } from '#domain/fund/meetings.ts'
import type { closeMeeting, openMeeting } from '#domain/fund/operations/meetings.ts'
import type { CommandOf } from '#domain/operations/operation.ts'
import { charterOf } from '#domain/health/book.ts'
import { cardMatches } from '#src/app/desk-day.ts'
import { codeNow } from '#src/app/meeting/meeting-code.ts'
import { closedBefore } from '#src/app/meeting/meetings.ts'
import { meetingViewOf } from '#src/app/meeting/view.ts'
import { isAccepted } from '#src/http/commands/answers.ts'
import { formOf } from '#src/http/form.ts'
import type { HttpContext } from '#src/http/env.ts'
import { type MeetingRoom, meetingRoomOf } from '#src/http/meeting/day.ts'
import { sendAll } from '#src/http/meeting/sending.ts'
import { stopped } from '#src/http/meeting/stopped.ts'
import type { Pages } from '#src/http/page.ts'
import { deskWordsAt } from '#src/pages/desk/parts.ts'
import { countIn } from '#src/pages/meeting/count-typed.ts'
import {
  type Counting,
  countPage,
  countQuestion,
  keyField,
  keyPlaces,
} from '#src/pages/meeting/count.ts'
import type { Html } from '#src/pages/layout.ts'
import { codeSaid } from '#src/words/code-words.ts'

type CountStep = Counting['step']

type Sent = {
  readonly room: MeetingRoom
  readonly step: CountStep
  readonly formId: string
  readonly typed: ReadonlyMap<string, string>
}

const countingOf = (
  { room, step, formId, typed }: Sent,
  more: Partial<Counting> = {},
): Counting => {
  const { book, on } = room
  const { currency, boxMax } = charterOf(book, on)
  const view = meetingViewOf(book, on)
  return {
    step,
    formId,
    on,
    currency,
    boxMax,
    expected: step === 'open' ? view.expectedAtOpening : view.expectedNow,
    last: step === 'open' ? closedBefore(book, on) : undefined,
    places: [...new Set(book.members.map(({ zone }) => zone))].toSorted(),
    of: (name) => typed.get(name) ?? '',
    faults: new Map(),
    cardFaults: new Set(),
    refused: undefined,
    ...more,
  }
}

const form =
  (step: CountStep) =>
  async (context: HttpContext): Promise<Html | Response> => {
    const room = await meetingRoomOf(context)
    if (room instanceof Response) return room
    const formId = context.get('needs').ids()
    return countPage(room.at, countingOf({ room, step, formId, typed: new Map() }))
  }

const sentIn = async (step: CountStep, context: HttpContext): Promise<Sent | Response> => {
  const room = await meetingRoomOf(context)
  if (room instanceof Response) return room
  const typed = await formOf(context)
  const formId = typed?.get('id')
  return typed && isUuid(formId)
    ? { room, step, formId, typed }
    : stopped(context, { why: 'odd-form', status: 400 })
}

/** Members who brought a key, by the cards that were typed; undefined for a card that is nobody's. */
const keysIn = ({ room, typed }: Sent): ReadonlyMap<string, string | undefined> =>
  new Map(
    keyPlaces.flatMap((place) => {
      const asked = (typed.get(keyField(place)) ?? '').trim()
      if (asked === '') return []
      const member = room.book.members.find(({ card }) => cardMatches(card, asked))
      return [[keyField(place), member?.memberId] as const]
    }),
  )

const opening = (sent: Sent, count: Count): CommandOf<typeof openMeeting> => {
  const { room, formId, typed } = sent
  const keyHolders = [...new Set([...keysIn(sent).values()].flatMap((id) => id ?? []))]
  const place = typed.get('place') ?? ''
  return {
    type: 'OpenMeeting',
    id: formId,
    v: 1,
    effectiveOn: room.on,
    count,
    ...(place === '' ? {} : { place }),
    ...(keyHolders.length === 0 ? {} : { keyHolders }),
    ...(typed.get('women') === 'yes' ? { among: 'women' } : {}),
  }
}

/** Closing carries the code of what was entered since the opening. */
const closing = async (
  { room, formId }: Sent,
  count: Count,
): Promise<CommandOf<typeof closeMeeting>> => {
  const { context, book, on, at } = room
  const { store, hash } = context.get('needs')
  const code = await codeNow({ journal: store, hash }, { book, fundId: at.fundId, on })
  const carried = code === undefined ? {} : { code }
  return { type: 'CloseMeeting', id: formId, v: 1, effectiveOn: on, count, ...carried }
}

const count =
  (step: CountStep) =>
  async (context: HttpContext): Promise<Html | Response> => {
    const sent = await sentIn(step, context)
    if (sent instanceof Response) return sent
    const { room, typed } = sent
    const { at, on } = room
    const of = (name: string): string => typed.get(name) ?? ''
    if (of('step') === 'change') return countPage(at, countingOf(sent))
    const { count: counted, faults } = countIn(of, charterOf(room.book, on).currency)
    const keys = [...keysIn(sent)]
    const cardFaults = new Set(keys.filter(([, id]) => id === undefined).map(([name]) => name))
    if (faults.size + cardFaults.size > 0)
      return context.html(countPage(at, countingOf(sent, { faults, cardFaults })), 400)
    const command = step === 'open' ? opening(sent, counted) : await closing(sent, counted)
    const isSaved = of('step') === 'save'
    try {
      const [answer] = await sendAll(room, [{ command }], { dryRun: !isSaved })
      if (answer && !isAccepted(answer)) {
        if (answer.outcome === 'conflict')
          return await stopped(context, { why: 'used-before', status: 409 })
        const refused = codeSaid(answer.code, at.language) ?? deskWordsAt(at).notAllowedByRule
        return context.html(countPage(at, countingOf(sent, { refused })), 409)
      }
      if (isSaved) return context.redirect(meetingPlace.of(at, on), 303)
      const carried = [...typed].filter(([name, text]) => name !== 'step' && text !== '')
      return countQuestion(at, countingOf(sent), { count: counted, carried })
    } catch (error) {
      if (!(error instanceof StorageUnavailable)) throw error
      const refused = deskWordsAt(at).busy
      return context.html(countPage(at, countingOf(sent, { refused })), 503)
    }
  }

/** The box counted at both ends of a meeting. */
export const countingPages = (pages: Pages): void => {
  const place = '/funds/:fundId/meetings/:day'
  pages.get(`${place}/open`, 'OpenMeeting', form('open'))
  pages.post(`${place}/open`, 'OpenMeeting', count('open'))
  pages.get(`${place}/close`, 'CloseMeeting', form('close'))
  pages.post(`${place}/close`, 'CloseMeeting', count('close'))
}
