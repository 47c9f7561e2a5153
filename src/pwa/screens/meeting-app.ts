import { h, type JSX } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { regionDayOf } from '#domain/kernel/dates.ts'
import { type Kept, NoRoom, toRead, unsent } from '#domain/phone/outbox.ts'
import type { Command } from '#domain/village.ts'
import { cardOf } from '#src/desk/desk.ts'
import { chooseDigits, hasKhmerDigits, showDigits } from '#src/pwa/digits.ts'
import type { Host, OpenBook, Taken } from '#src/pwa/host.ts'
import { type MeetingLine, meetingLineOf } from '#src/pwa/meeting.ts'
import { sentAs } from '#src/pwa/http-service.ts'
import { lastAsked } from '#src/pwa/last-asked.ts'
import type { Phone } from '#src/pwa/phone.ts'
import { ServiceFault } from '#src/pwa/service.ts'
import { alert } from '#src/pwa/screens/parts.ts'
import { fullPhone, refusedSaid } from '#src/pwa/screens/refused.ts'
import { CarryLater } from '#src/pwa/screens/later.ts'
import { NumbersScreen } from '#src/pwa/screens/numbers.ts'
import { StepScreen } from '#src/pwa/screens/step.ts'
import { WaitingScreen } from '#src/pwa/screens/waiting.ts'
import type { Synced } from '#src/pwa/syncing.ts'
import type { Language } from '#src/words/catalogue.ts'
import { moneyInFigures } from '#src/words/locale.ts'
import { phoneWords } from '#src/words/words.ts'

/** A phone whose book is open. */
export type OpenPhone = {
  readonly host: Host
  readonly book: OpenBook
  readonly taken: Taken
  readonly phone: Phone
}

/** What is tried again by itself, so often. */
const flushMs = 60_000

/** Sends what waits: at the start, when the app is seen again, every so often, and when somebody says so. */
const useSync = ({
  host,
  book,
  phone,
  shutOut,
  done,
}: OpenPhone & { readonly shutOut: () => void; readonly done: () => void }) => {
  const [synced, setSynced] = useState<Synced>()
  const [isSending, setSending] = useState(false)
  const send = async (): Promise<void> => {
    setSending(true)
    const told = await phone.sync()
    if (told === 'done') await renewShare(host, book)
    if (told === 'signed-out' && (await host.service.isShutOut().catch(() => false))) shutOut()
    setSynced(told)
    setSending(false)
    done()
  }
  useEffect(() => {
    const seen = (): void => {
      if (document.visibilityState === 'visible') void send()
    }
    void send()
    const timer = setInterval(seen, flushMs)
    document.addEventListener('visibilitychange', seen)
    addEventListener('online', seen)
    return () => {
      clearInterval(timer)
      document.removeEventListener('visibilitychange', seen)
      removeEventListener('online', seen)
    }
  }, [phone])
  return { synced, isSending, send: () => void send() }
}

const renewedOn = new WeakMap<OpenBook, string>()

/** Once a day the share and the names are asked for anew. */
const renewShare = async ({ service, vault, clock }: Host, book: OpenBook): Promise<void> => {
  const day = clock().slice(0, 10)
  if (renewedOn.get(book) === day) return
  try {
    const { share, offlineDays: days, ...taken } = await service.takeAlong(book.fundId)
    await vault.renew({ share, days })
    await book.keepTaken(taken)
    renewedOn.set(book, day)
  } catch (error) {
    if (!(error instanceof ServiceFault)) throw error
  }
}

/** What stands around an open book. */
export type Framed = {
  readonly language: Language
  readonly head: (name: string, more?: readonly JSX.Element[]) => JSX.Element
  readonly lock: () => void
  readonly shutOut: () => void
}

type Props = OpenPhone & Framed

/** How members are called here: by name where it was taken along, else by card. */
const namesIn = ({ taken, language }: Props, line: MeetingLine | undefined) => {
  const names = new Map(taken.names.map((one) => [one.memberId, one]))
  return (memberId: string): string => {
    const { khmer, latin } = names.get(memberId) ?? {}
    const name = language === 'km' ? (khmer ?? latin) : (latin ?? khmer)
    return name ?? (line ? cardOf(line.book, memberId) : memberId)
  }
}

const whoseIs = (line: MeetingLine | undefined, command: Command): string | undefined => {
  if ('memberId' in command) return command.memberId
  const loanId = 'loanId' in command ? command.loanId : undefined
  return line?.book.loans.find((loan) => loan.loanId === loanId)?.memberId
}

/** Writes commands down on the phone; what it would not take is said, and nothing is kept. */
const useWriting = ({
  phone,
  language,
  look,
  send,
}: Pick<Props, 'phone' | 'language'> & {
  readonly look: () => Promise<void>
  readonly send: () => void
}) => {
  const [refused, setRefused] = useState<readonly string[]>([])
  const write = async (commands: readonly Command[], word?: string): Promise<boolean> => {
    try {
      const down = await phone.write(
        commands.map((command) => ({ command, ...(word !== undefined && { word }) })),
      )
      const codes = down.flatMap((one) => ('code' in one ? [one.code] : []))
      setRefused(codes)
      await look()
      if (codes.length === 0) send()
      return codes.length === 0
    } catch (error) {
      if (!(error instanceof NoRoom)) throw error
      setRefused([fullPhone])
      return false
    }
  }
  const said = refusedSaid(refused, language)
  const refusal = said === undefined ? undefined : { said, forget: () => setRefused([]) }
  return { write, refusal }
}

/** Whether this phone opened the meeting, or none has yet: another one leads it where that one did. */
const isLeading = ({ phone }: Props, { view }: MeetingLine): boolean => {
  const by = view.meeting?.opening?.entryId
  return by === undefined || phone.shown().kept.some(({ command }) => command.id === by)
}

const carrying = (
  { language, book: { fundId } }: Pick<Props, 'language' | 'book'>,
  waiting: readonly Kept[],
  back: () => void,
): JSX.Element => {
  const meaning = phoneWords.in(language).carryMeaning
  return h(CarryLater, { language, fundId, items: waiting.map(sentAs), meaning, back })
}

type Place = 'meeting' | 'waiting' | 'carry' | 'numbers'

/** What whoever holds this phone should know before the next step. */
const notices = (props: Props, place: Place, line: MeetingLine | undefined) => {
  const { phone, taken, language } = props
  const words = phoneWords.in(language)
  const { kept, sealed } = phone.shown()
  const isMeeting = place === 'meeting'
  return [
    ...(taken.isPractice ? [h('p', { class: 'practice' }, words.practice)] : []),
    ...(isMeeting && toRead(kept).length > 0 ? [alert(words['standing_turned-down'], 'bad')] : []),
    ...(isMeeting && line && !isLeading(props, line)
      ? [h('p', { class: 'leads' }, words.anotherLeads)]
      : []),
    ...(sealed.isBehind ? [alert(words.olderApp)] : []),
  ]
}

/** What the box holds now, or held when the meeting was closed. */
const boxOf = ({ view: { meeting, expectedNow, currency } }: MeetingLine): string =>
  moneyInFigures({ amount: meeting?.closing?.amount ?? expectedNow, currency })

/** The app with an open book: the meeting's next step, and what waits to be sent. */
export const MeetingApp = (props: Props): JSX.Element => {
  const { host, book, phone, taken, language, head, lock } = props
  const words = phoneWords.in(language)
  const on = regionDayOf(host.clock())
  const [line, setLine] = useState<MeetingLine>()
  const [place, setPlace] = useState<Place>('meeting')
  const [take] = useState(() => lastAsked(setLine))
  const look = (): Promise<void> => take(meetingLineOf(phone, { fundId: book.fundId, on }))
  const sync = useSync({ ...props, done: () => void look() })
  useEffect(() => void look(), [phone, on])
  const writing = useWriting({ phone, language, look, send: sync.send })
  const { kept } = phone.shown()
  const waiting = unsent(kept)
  const nameOf = namesIn(props, line)
  const whose = ({ command }: Kept): string => {
    const memberId = whoseIs(line, command)
    return memberId === undefined ? '' : nameOf(memberId)
  }
  const go = (to: Place) => () => setPlace(to)
  const screens = {
    meeting: () =>
      line === undefined
        ? h('main', {}, h('p', {}, sync.isSending ? words.bringing : words.loading))
        : h(StepScreen, { ...props, ...writing, nameOf, line, box: boxOf(line) }),
    waiting: () =>
      h(WaitingScreen, {
        ...sync,
        language,
        kept,
        whose,
        see: (id) => void phone.see(id).then(look),
        back: go('meeting'),
        lock,
        carry: go('carry'),
        numbers: go('numbers'),
        digits: () => {
          chooseDigits(!hasKhmerDigits())
          showDigits(language)
          void look()
        },
      }),
    numbers: () => h(NumbersScreen, { host, language, back: go('waiting') }),
    carry: () => carrying({ language, book }, waiting, go('waiting')),
  } satisfies Record<Place, () => JSX.Element>
  const isAway = place === 'waiting'
  return h('div', {}, [
    head(taken.fundName ?? words.app, [
      h(
        'button',
        { type: 'button', onClick: go(isAway ? 'meeting' : 'waiting') },
        waiting.length > 0 ? words.waitingCount(String(waiting.length)) : words.waiting,
      ),
    ]),
    ...notices(props, place, line),
    screens[place](),
  ])
}
