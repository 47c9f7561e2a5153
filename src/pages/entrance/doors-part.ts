import { html } from 'hono/html'
import { type DoorText, doorInside, doorLink } from '#src/pages/entrance/parts.ts'
import type { LocalDate } from '#domain/kernel/dates.ts'
import { type FundSummary, lateIn } from '#domain/health/summary.ts'
import { type FundSearch, fundSearchPart, moreFundsPart } from '#src/pages/network/fund-search.ts'
import type { Html } from '#src/pages/layout.ts'
import { picture } from '#src/pages/pictures.ts'
import type { EntranceWords } from '#src/words/en/entrance.ts'
import type { FirstStepsWords } from '#src/words/en/first-steps.ts'
import type { LendingWords } from '#src/words/en/lending.ts'
import type { MeetingWords } from '#src/words/en/meeting.ts'
import type { MemberWords } from '#src/words/en/member.ts'
import type { TodayWords } from '#src/words/en/today.ts'
import type { NetworkWords } from '#src/words/en/network.ts'
import type { PeopleWords } from '#src/words/en/people.ts'
import type { QuoteWords } from '#src/words/en/quote.ts'
import { firstStepsWords } from '#src/words/first-steps-words.ts'
import { quoteWords } from '#src/words/quote-words.ts'
import { watchWords } from '#src/words/watch-words.ts'
import {
  auditsWords,
  boxLetterWords,
  entranceWords,
  helpWords,
  lendingWords,
  meetingWords,
  memberWords,
  networkWords,
  numbersWords,
  peopleWords,
  portfolioWords,
  proofWords,
  rulesWords,
  todayWords,
  glossaryWords,
} from '#src/words/words.ts'
import type { Language } from '#src/words/catalogue.ts'
import { dateInWords, moneyInFigures } from '#src/words/locale.ts'

const practiceDoors = (
  words: EntranceWords,
): readonly (DoorText & { readonly path: string; readonly isBuilt: boolean })[] => [
  {
    path: 'record-keeper',
    shown: 'book',
    tone: 'cash',
    name: words.recordKeeperDoor,
    meaning: words.recordKeeperDoorMeaning,
    isBuilt: true,
  },
  {
    path: 'household',
    shown: 'house',
    tone: 'savings',
    name: words.householdDoor,
    meaning: words.householdDoorMeaning,
    isBuilt: true,
  },
  {
    path: 'ngo',
    shown: 'glass',
    tone: 'loans',
    name: words.ngoDoor,
    meaning: words.ngoDoorMeaning,
    isBuilt: true,
  },
  {
    path: 'team',
    shown: 'road',
    tone: 'meeting',
    name: words.teamDoor,
    meaning: words.teamDoorMeaning,
    isBuilt: false,
  },
]

/** The four doors of the practice fund; locked until the browser was let in by the printed link. */
export const practiceDoorsPart = (
  language: Language,
  { isOpen, isInside }: { readonly isOpen: boolean; readonly isInside: boolean },
): Html => {
  const words = entranceWords.in(language)
  const lead = isOpen
    ? html`<p>${words.doorsLead}</p>`
    : html`<div class="told">
        ${picture('key')}
        <p>${words.doorsLocked}</p>
      </div>`
  return html`<section class="doors-part">
    <h2>${isInside ? words.otherDoorsHeading : words.doorsHeading}</h2>
    ${lead}
    <ul class="doors">
      ${practiceDoors(words).map((door) => {
        const tone = `${door.tone}${door.isBuilt ? '' : ' later'}`
        return isOpen
          ? html`<li>
              <form method="post" action="/doors/${door.path}">
                <button class="door ${tone}">${doorInside(door)}</button>
              </form>
            </li>`
          : html`<li><div class="door locked ${tone}">${doorInside(door)}</div></li>`
      })}
    </ul>
  </section>`
}

/** The two doors of a live service, which strangers see and nothing else. */
export const liveDoorsPart = (language: Language): Html => {
  const words = entranceWords.in(language)
  return html`<ul class="doors">
    ${doorLink('/card', {
      shown: 'card',
      tone: 'savings',
      name: words.cardDoor,
      meaning: words.cardDoorMeaning,
    })}
    ${doorLink('/sign-in', {
      shown: 'key',
      tone: 'cash',
      name: words.officeDoor,
      meaning: words.officeDoorMeaning,
    })}
    ${doorLink('/receipt', {
      shown: 'book',
      tone: 'loans',
      name: proofWords.in(language).door,
      meaning: proofWords.in(language).doorMeaning,
    })}
  </ul>`
}

/** One way on that somebody's tasks open: in a fund, or beside all funds. */
export type WayOn = {
  readonly to:
    | 'today'
    | 'meetings'
    | 'own'
    | 'loans'
    | 'quote'
    | 'rules'
    | 'health'
    | 'log'
    | 'members'
    | 'officers'
    | 'people'
    | 'cards'
    | 'logins'
    | 'auditors'
    | 'audits'
    | 'villages'
    | 'team'
    | 'first-steps'
    | 'network'
    | 'devices'
    | 'letters'
    | 'glossary'
    | 'help'
    | 'numbers'
    | 'watch'
  readonly href: string
}

type WayWords = {
  readonly words: EntranceWords
  readonly others: NetworkWords
  readonly quoting: QuoteWords
  readonly lending: LendingWords
  readonly people: PeopleWords
  readonly meetings: MeetingWords
  readonly members: MemberWords
  readonly letters: ReturnType<typeof boxLetterWords.in>
  readonly rules: ReturnType<typeof rulesWords.in>
  readonly today: TodayWords
  readonly glossary: ReturnType<typeof glossaryWords.in>
  readonly help: ReturnType<typeof helpWords.in>
  readonly numbers: ReturnType<typeof numbersWords.in>
  readonly villages: ReturnType<typeof portfolioWords.in>
  readonly audits: ReturnType<typeof auditsWords.in>
  readonly watch: ReturnType<typeof watchWords.in>
  readonly first: FirstStepsWords
}

const wayText = ({
  words,
  others,
  quoting,
  lending,
  people,
  meetings,
  members,
  letters,
  rules,
  today,
  glossary,
  help,
  numbers,
  villages,
  audits,
  watch,
  first,
}: WayWords): Readonly<Record<WayOn['to'], DoorText>> => ({
  today: { shown: 'book', tone: 'cash', name: today.today },
  meetings: { shown: 'meeting', tone: 'meeting', name: meetings.meetings },
  own: { shown: 'house', tone: 'savings', name: words.toOwnBook },
  loans: { shown: 'book', tone: 'loans', name: lending.register },
  quote: { shown: 'loans', tone: 'loans', name: quoting.toQuote },
  rules: { shown: 'book', tone: 'plain', name: rules.heading },
  health: { shown: 'glass', tone: 'loans', name: words.toHealth },
  log: { shown: 'person', tone: 'plain', name: words.toLog },
  members: { shown: 'card', tone: 'plain', name: members.members },
  officers: { shown: 'meeting', tone: 'plain', name: members.officers },
  people: { shown: 'person', tone: 'plain', name: people.toPeople },
  cards: { shown: 'card', tone: 'plain', name: words.toCards },
  logins: { shown: 'key', tone: 'plain', name: others.toLogins },
  auditors: { shown: 'glass', tone: 'plain', name: others.toAuditors },
  audits: { shown: 'glass', tone: 'plain', name: audits.all },
  villages: { shown: 'glass', tone: 'loans', name: villages.heading },
  team: { shown: 'road', tone: 'meeting', name: words.toTeam },
  'first-steps': { shown: 'on-time', tone: 'meeting', name: first.toHere },
  network: { shown: 'person', tone: 'meeting', name: others.toNetwork },
  devices: { shown: 'key', tone: 'meeting', name: others.toDevices },
  letters: { shown: 'meeting', tone: 'plain', name: letters.lettersHeading },
  glossary: { shown: 'book', tone: 'plain', name: glossary.heading },
  help: { shown: 'book', tone: 'plain', name: help.heading },
  numbers: { shown: 'voice', tone: 'plain', name: numbers.heading },
  watch: { shown: 'glass', tone: 'plain', name: watch.watchHeading },
})

export type WaysOn = {
  /** Left out where it is no fund's, or where there is only one to choose. */
  readonly fundName?: string | undefined
  /** Told where somebody looks after many. */
  readonly figures?: FundSummary | undefined
  readonly ways: readonly WayOn[]
}

/** All ways on, and how one of many funds is found; sums are those of the day. */
export type Ways = {
  readonly places: readonly WaysOn[]
  readonly search?: FundSearch | undefined
  readonly today?: LocalDate
}

const figuresLine = (summary: FundSummary, today: LocalDate, language: Language): Html => {
  const words = networkWords.in(language)
  const { currency, members, lastMeeting } = summary
  const sum = (amount: number): string => moneyInFigures({ amount, currency })
  const figures = words.fundFigures(
    String(members),
    sum(summary.savings),
    sum(summary.owed),
    sum(lateIn(summary, today).par30),
  )
  const met =
    lastMeeting === undefined
      ? words.noMeeting
      : words.lastMeeting(dateInWords(lastMeeting, language))
  return html`<p class="quiet">${figures} ${met}</p>`
}

/** What is open to whoever is signed in, fund by fund. */
export const waysPart = (language: Language, { places, search, today = '' }: Ways): Html => {
  const words = entranceWords.in(language)
  const texts = wayText({
    words,
    others: networkWords.in(language),
    quoting: quoteWords.in(language),
    lending: lendingWords.in(language),
    people: peopleWords.in(language),
    meetings: meetingWords.in(language),
    members: memberWords.in(language),
    letters: boxLetterWords.in(language),
    rules: rulesWords.in(language),
    today: todayWords.in(language),
    glossary: glossaryWords.in(language),
    help: helpWords.in(language),
    numbers: numbersWords.in(language),
    villages: portfolioWords.in(language),
    audits: auditsWords.in(language),
    watch: watchWords.in(language),
    first: firstStepsWords.in(language),
  })
  const open = places.filter(({ ways }) => ways.length > 0)
  return html`<section class="doors-part">
    <h2>${words.goOnHeading}</h2>
    ${search ? fundSearchPart(language, search) : ''}
    ${open.length === 0 && !search ? html`<p>${words.nothingForYou}</p>` : ''}
    ${open.map(
      ({ fundName, figures, ways }) =>
        html`${fundName === undefined ? '' : html`<h3><bdi>${fundName}</bdi></h3>`}
          ${figures ? figuresLine(figures, today, language) : ''}
          <ul class="doors">
            ${ways.map(({ to, href }) => doorLink(href, texts[to]))}
          </ul>`,
    )}
    ${search ? moreFundsPart(language, search) : ''}
  </section>`
}
