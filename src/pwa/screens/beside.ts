import { h, type JSX } from 'preact'
import { useState } from 'preact/hooks'
import { charterOf, standingsOn } from '#domain/health/book.ts'
import { meetingOn } from '#domain/health/meetings.ts'
import { nameKeyOf } from '#domain/kernel/names.ts'
import { lentSoFar } from '#domain/loans/loan.ts'
import { type Act, titleOf } from '#src/desk/act.ts'
import { type Desk, cardOf } from '#src/desk/desk.ts'
import { payoutDayOf } from '#src/desk/loans/cost.ts'
import { costText } from '#src/desk/loans/cost-text.ts'
import {
  type Waits,
  besideActs,
  eventsWaiting,
  requestsWaiting,
  wordsWaiting,
} from '#src/pwa/beside/acts.ts'
import { phoneDesk } from '#src/pwa/beside/desk.ts'
import { ActScreen, type Doing } from '#src/pwa/screens/act.ts'
import { MinutesScreen } from '#src/pwa/screens/minutes.ts'
import { key } from '#src/pwa/screens/parts.ts'
import type { Step } from '#src/pwa/screens/steps.ts'
import { moneyInFigures } from '#src/words/locale.ts'
import {
  deskWords,
  lendingFormWords,
  meetingWords,
  phoneWords,
  reliefWords,
} from '#src/words/words.ts'

/** Beside the table: a list, somebody or something to choose, an act, or the minutes. */
type At = { readonly is: 'list' | 'who' | 'loan' | 'minutes' } | ({ readonly is: 'act' } & Waits)

export type Beside = {
  readonly step: Step
  readonly count: () => void
  readonly take: (memberId: string) => void
}

const deskOn = ({ step }: Beside): Desk => {
  const { host, language, line, taken, book } = step
  const { hash } = host
  return phoneDesk({
    fundId: book.fundId,
    book: line.phoneBook,
    today: line.on,
    language,
    taken,
    hash,
  })
}

type Place = { readonly beside: Beside; readonly desk: Desk; readonly go: (at: At) => void }

/** Whom or what somebody looks for, by name and card. */
type Choice = {
  readonly label: string
  readonly memberId: string
  readonly choose: () => void
}

/** Whoever is here, and before the list is taken everybody; a part of a name or a card makes the list short. */
const Choosing = ({
  heading,
  choices,
  back,
  desk,
}: {
  readonly heading: string
  readonly choices: readonly Choice[]
  readonly back: JSX.Element
  readonly desk: Desk
}): JSX.Element => {
  const [sought, setSought] = useState('')
  const part = nameKeyOf(sought)
  const isSought = ({ label, memberId }: Choice): boolean =>
    nameKeyOf(label).includes(part) || nameKeyOf(cardOf(desk.book, memberId)).includes(part)
  return h('main', {}, [
    h('h1', {}, heading),
    back,
    h('label', {}, [
      deskWords.in(desk.language).searchLabel,
      h('input', {
        type: 'text',
        name: 'sought',
        autocomplete: 'off',
        value: sought,
        onInput: (event: Event) => setSought((event.currentTarget as HTMLInputElement).value),
      }),
    ]),
    ...choices.filter(isSought).map(({ label, choose }) => key(label, choose)),
  ])
}

const whoAsks = ({ beside: { step }, desk, go }: Place): JSX.Element => {
  const words = phoneWords.in(step.language)
  return h(Choosing, {
    heading: words.whoAsks,
    back: key(words.back, () => go({ is: 'list' })),
    desk,
    choices: step.line.table.here.map((id) => ({
      label: step.nameOf(id),
      memberId: id,
      choose: () => go({ is: 'act', act: besideActs.request, id }),
    })),
  })
}

const whichLoan = ({ beside: { step }, desk, go }: Place): JSX.Element => {
  const words = phoneWords.in(step.language)
  const open = desk.book.loans.filter((one) => owes(desk, one.loanId))
  return h(Choosing, {
    heading: words.whichLoan,
    back: key(words.back, () => go({ is: 'list' })),
    desk,
    choices: open.map(({ loanId, memberId, number }) => ({
      label: `${step.nameOf(memberId)} · ${number}`,
      memberId,
      choose: () => go({ is: 'act', act: besideActs.newPlan, id: loanId }),
    })),
  })
}

const owes = ({ book, today }: Desk, loanId: string): boolean =>
  standingsOn(book, today).some(({ loan, owed }) => loan.loanId === loanId && owed > 0)

/** What is to be read aloud before the price counts as told. */
const textRead = ({ desk }: Place, { act, id }: Waits): readonly JSX.Element[] => {
  const request = desk.book.requests.find(({ loanId }) => loanId === id)
  if (act.name !== 'disclosure' || !request) return []
  const paidOutOn = payoutDayOf(desk.book, request, desk.today)
  const text = costText(desk.book, request.asked, { paidOutOn, language: 'km' }) ?? ''
  return [
    h('details', { open: true }, [
      h('summary', {}, phoneWords.in(desk.language).textToRead),
      h(
        'div',
        { lang: 'km' },
        text.split('\n').map((line) => h('p', {}, line)),
      ),
    ]),
  ]
}

const acting = (place: Place, waits: Waits): JSX.Element => {
  const { step } = place.beside
  const list = (): void => place.go({ is: 'list' })
  const doing: Doing = {
    ...step,
    ...waits,
    desk: place.desk,
    above: textRead(place, waits),
    back: list,
    done: list,
  }
  return h(ActScreen, { ...doing, key: `${waits.act.name} ${waits.id}` })
}

const actNamed = ({ desk }: Place, act: Act): string => titleOf(desk, act.name)

/** What waits for a word of the meeting, each with what comes next. */
const waiting = (place: Place): readonly JSX.Element[] => {
  const { desk, go, beside } = place
  const { currency } = charterOf(desk.book, desk.today)
  const requests = requestsWaiting(desk.book, desk.today).map(({ request, next }) => {
    const { memberId, principal } = request.asked
    const sum = moneyInFigures({ amount: principal, currency })
    const label = `${beside.step.nameOf(memberId)} · ${sum}: ${actNamed(place, next.act)}`
    return key(label, () => go({ is: 'act', ...next }))
  })
  const received = wordsWaiting(desk.book, desk.today).map((loan) => {
    const sum = moneyInFigures({ amount: lentSoFar(loan), currency })
    const { payoutWord: act } = besideActs
    const label = `${beside.step.nameOf(loan.memberId)} · ${sum}: ${actNamed(place, act)}`
    return key(label, () => go({ is: 'act', act, id: loan.loanId }))
  })
  const words = reliefWords.in(desk.language)
  const events = eventsWaiting(desk.book, desk.today).map((next) => {
    const kind = desk.book.events.find(({ eventId }) => eventId === next.id)?.told?.kind
    const label = `${kind ? words[`kind_${kind}`] : next.id}: ${actNamed(place, next.act)}`
    return key(label, () => go({ is: 'act', ...next }))
  })
  return [...received, ...requests, ...events]
}

const listed = (place: Place): JSX.Element => {
  const { beside, desk, go } = place
  const { step, take, count } = beside
  const words = phoneWords.in(step.language)
  const waits = step.line.table.waiting
  const isAnyLoan = desk.book.loans.some(({ loanId }) => owes(desk, loanId))
  return h('main', {}, [
    h('h1', {}, meetingWords.in(step.language).loansHeading),
    key(words.countOut, count, { isMain: true }),
    ...waiting(place),
    h('h2', {}, words.somethingNew),
    key(lendingFormWords.in(step.language).act_request, () => go({ is: 'who' })),
    ...(isAnyLoan
      ? [key(lendingFormWords.in(step.language)['act_new-plan'], () => go({ is: 'loan' }))]
      : []),
    ...(waits.length > 0
      ? [
          h('details', {}, [
            h('summary', {}, words.stillToCome(String(waits.length))),
            ...waits.map((memberId) => key(step.nameOf(memberId), () => take(memberId))),
          ]),
        ]
      : []),
    ...(meetingOn(desk.book, desk.today) ? [key(words.minutes, () => go({ is: 'minutes' }))] : []),
  ])
}

/** What is done beside the table: requests, votes, pay-outs, more time, and the minutes; then the box is counted. */
export const BesideScreen = (beside: Beside): JSX.Element => {
  const [at, go] = useState<At>({ is: 'list' })
  const place: Place = { beside, desk: deskOn(beside), go }
  switch (at.is) {
    case 'act':
      return acting(place, at)
    case 'who':
      return whoAsks(place)
    case 'loan':
      return whichLoan(place)
    case 'minutes':
      return h(MinutesScreen, { ...beside.step, back: () => go({ is: 'list' }) })
    case 'list':
      return listed(place)
  }
}
