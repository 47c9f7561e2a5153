import type { Picture } from '#src/desk/pictures.ts'
import type { Currency } from '#domain/kernel/money.ts'
import { html } from 'hono/html'
import {
  type Ways,
  type WaysOn,
  liveDoorsPart,
  practiceDoorsPart,
  waysPart,
} from '#src/pages/entrance/doors-part.ts'
import { type Examples, examplesPart } from '#src/pages/entrance/examples-part.ts'
import { doorLink } from '#src/pages/entrance/parts.ts'
import { bookPlace } from '#src/pages/imports/book-pages.ts'
import { type Numbers, numbersPart } from '#src/pages/numbers/parts.ts'
import { type Html, type PageFrame, layout } from '#src/pages/layout.ts'
import { chartLegend, monthChart, type MonthEnd, monthTable } from '#src/pages/month-chart.ts'
import { picture } from '#src/pages/pictures.ts'
import type { Language } from '#src/words/catalogue.ts'
import {
  dateInWords,
  daysFromToday,
  moneyInFigures,
  type Money,
  moneyWordParts,
} from '#src/words/locale.ts'
import { entranceWords, everyPageWords } from '#src/words/words.ts'

/**
 * What the first screen of a fund tells. Amounts are safe integers of the currency's smallest unit,
 * days are 'YYYY-MM-DD'.
 */
export type FundHome = {
  readonly fundName: string
  readonly currency: Currency
  readonly asOf: string
  readonly cash: number
  readonly savings: number
  readonly loansOut: number
  readonly loansOutCount: number
  /** Principal still owed on loans with an instalment past its day. */
  readonly overdue: number
  readonly overdueCount: number
  readonly underRelief: number
  readonly underReliefCount: number
  readonly nextMeeting: string | undefined
  /** At most twelve ends of months, the oldest first. */
  readonly months: readonly MonthEnd[]
}

type Card = {
  readonly tone: string
  readonly shown: Picture
  readonly label: string
  readonly figure: Html
  readonly lines: readonly (Html | string)[]
}

/** The longest figure that fits the large size on a phone 360 px wide. */
const longestLargeFigure = 14

const card = ({ tone, shown, label, figure, lines }: Card): Html =>
  html`<li class="card ${tone}">
    <h2>${picture(shown)} <span>${label}</span></h2>
    ${figure} ${lines}
  </li>`

const moneyFigure = (figure: string): Html =>
  html`<p class="figure${figure.length > longestLargeFigure ? ' long' : ''}">${figure}</p>`

const meaning = (text: string): Html => html`<p class="quiet">${text}</p>`

/** Keeps each part of an amount in words on one line, because Khmer has no spaces to break at. */
const moneySaid = (money: Money, language: Language): Html => {
  const parts = moneyWordParts(money, language)
  return html`<p>${parts.map((part) => html`<span class="together">${part}</span><wbr />`)}</p>`
}

const moneyLines = (home: FundHome, language: Language) => (amount: number) => ({
  figure: moneyFigure(moneyInFigures({ amount, currency: home.currency })),
  inWords: moneySaid({ amount, currency: home.currency }, language),
})

const meetingCard = ({ nextMeeting, asOf }: FundHome, language: Language): Html => {
  const words = everyPageWords.in(language)
  const common = { tone: 'meeting', shown: 'meeting', label: words.nextMeeting } as const
  if (nextMeeting === undefined) {
    const figure = html`<p class="figure long words">${words.noMeetingDate}</p>`
    return card({ ...common, figure, lines: [meaning(words.noMeetingDateMeaning)] })
  }
  const distance = daysFromToday({ day: nextMeeting, today: asOf }, language)
  return card({
    ...common,
    figure: html`<p class="figure long words">${dateInWords(nextMeeting, language)}</p>`,
    lines: [html`<p class="count">${distance}</p>`],
  })
}

/** A pot of money: how much, in words, and what it is. */
const potCards = (home: FundHome, language: Language): readonly Html[] => {
  const words = everyPageWords.in(language)
  const money = moneyLines(home, language)
  const cash = money(home.cash)
  const savings = money(home.savings)
  return [
    card({
      tone: 'cash',
      shown: 'box',
      label: words.cash,
      figure: cash.figure,
      lines: [cash.inWords, meaning(words.cashMeaning)],
    }),
    card({
      tone: 'savings',
      shown: 'savings',
      label: words.savings,
      figure: savings.figure,
      lines: [savings.inWords, meaning(words.savingsMeaning)],
    }),
  ]
}

/** Loans: how much, in words, on how many loans, and what that means; none is good news. */
const loanCards = (home: FundHome, language: Language): readonly Html[] => {
  const words = everyPageWords.in(language)
  const money = moneyLines(home, language)
  const loanCard = (
    known: Pick<Card, 'tone' | 'shown' | 'label'>,
    told: { amount: number; count: number; means: string; none: string },
  ): Html => {
    const { figure, inWords } = money(told.amount)
    const count = told.count === 0 ? told.none : words.loanCount(told.count)
    const lines = [inWords, html`<p class="count">${count}</p>`]
    return card({ ...known, figure, lines: [...lines, meaning(told.means)] })
  }
  const isLate = home.overdueCount > 0
  return [
    loanCard(
      { tone: 'loans', shown: 'loans', label: words.loansOut },
      {
        amount: home.loansOut,
        count: home.loansOutCount,
        means: words.loansOutMeaning,
        none: words.loanCount(0),
      },
    ),
    loanCard(
      {
        tone: isLate ? 'late some' : 'late',
        shown: isLate ? 'late' : 'on-time',
        label: words.late,
      },
      {
        amount: home.overdue,
        count: home.overdueCount,
        means: words.lateMeaning,
        none: words.noneLate,
      },
    ),
    loanCard(
      { tone: 'postponed', shown: 'postponed', label: words.postponed },
      {
        amount: home.underRelief,
        count: home.underReliefCount,
        means: words.postponedMeaning,
        none: words.nonePostponed,
      },
    ),
  ]
}

const monthsPart = (home: FundHome, language: Language): Html => {
  const words = everyPageWords.in(language)
  const body =
    home.months.length === 0
      ? meaning(words.noMonths)
      : html`<div class="months-body">
          <figure>${chartLegend(language)} ${monthChart(home, language)}</figure>
          ${monthTable(home, language)}
        </div>`
  return html`<section class="months">
    <h2>${words.byMonth}</h2>
    ${body}
  </section>`
}

/** The six figures of a fund with their words. */
const figuresPart = (home: FundHome, language: Language): Html => {
  const { figuresHeading } = entranceWords.in(language)
  return html`<section class="figures-part">
    <h2>${figuresHeading}</h2>
    <p><bdi>${home.fundName}</bdi></p>
    <p>${everyPageWords.in(language).figuresOf(dateInWords(home.asOf, language))}</p>
    <ul class="cards">
      ${potCards(home, language)} ${loanCards(home, language)} ${meetingCard(home, language)}
    </ul>
  </section>`
}

/** What this is, and what each of three finds in it. */
const whatThisIs = (language: Language): Html => {
  const words = entranceWords.in(language)
  return html`<p class="lead">${words.whatThisIs}</p>
    <ul class="for-whom">
      ${words.forWhom.map((line) => html`<li>${line}</li>`)}
    </ul>`
}

type PracticeHome = {
  readonly home: FundHome
  readonly examples: Examples
  /** Whether this browser was let in by the printed link. */
  readonly isOpen: boolean
  /** Given where somebody is signed in. */
  readonly ways?: WaysOn | undefined
  readonly numbers?: Numbers
}

/** The first screen of the practice fund: doors, figures, three examples, the last twelve months. */
export const practiceHomePage = (
  frame: PageFrame,
  { home, examples, isOpen, ways, numbers }: PracticeHome,
): Html => {
  const { language } = frame
  const words = entranceWords.in(language)
  const isInside = ways !== undefined
  const content = html`<h1>${words.welcomeHeading}</h1>
    ${isInside ? waysPart(language, { places: [ways] }) : whatThisIs(language)}
    <div class="first-screen">
      ${practiceDoorsPart(language, { isOpen, isInside })} ${figuresPart(home, language)}
    </div>
    ${numbers ? numbersPart(language, numbers) : ''} ${examplesPart(examples, language)}
    ${monthsPart(home, language)}`
  return layout({ ...frame, content })
}

/** The first screen of a live service: doors for strangers, ways on for whoever is signed in. */
export const liveHomePage = (
  frame: PageFrame,
  places: Ways | undefined,
  numbers?: Numbers,
): Html => {
  const { language } = frame
  const words = entranceWords.in(language)
  const content =
    places === undefined
      ? html`${whatThisIs(language)}
          <p>${words.welcomeLead}</p>
          ${liveDoorsPart(language)}`
      : waysPart(language, places)
  return layout({
    ...frame,
    content: html`<h1>${words.welcomeHeading}</h1>
      ${content} ${numbers ? numbersPart(language, numbers) : ''}`,
  })
}

/** The screen of a service with no fund: the two ways to have one, and who may go them. */
export const emptyHomePage = (frame: PageFrame): Html => {
  const words = everyPageWords.in(frame.language)
  const content = html`<h1>${words.emptyHeading}</h1>
    ${whatThisIs(frame.language)}
    <p>${words.emptyLead}</p>
    <ul class="doors">
      ${doorLink('/network/found', {
        shown: 'house',
        tone: 'meeting',
        name: words.emptyFound,
        meaning: words.emptyFoundMeaning,
      })}
      ${doorLink(bookPlace, {
        shown: 'book',
        tone: 'loans',
        name: words.emptyBring,
        meaning: words.emptyBringMeaning,
      })}
    </ul>
    <p class="quiet">${words.emptyTry}</p>
    ${frame.isPractice ? '' : liveDoorsPart(frame.language)}`
  return layout({ ...frame, content })
}
