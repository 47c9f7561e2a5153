import { html } from 'hono/html'
import { type Travelling } from '#domain/cases/operations/consent.ts'
import { setNeeds } from '#domain/cases/operations/assess.ts'
import { setFound, setJourney, setPromise } from '#domain/cases/operations/journey.ts'
import { setContact, setPerson } from '#domain/cases/operations/person.ts'
import { markSignals } from '#domain/cases/operations/signals.ts'
import { setReturnInterview } from '#domain/cases/operations/back.ts'
import type { AnyCaseOperation } from '#domain/cases/operation.ts'
import type { Referral } from '#domain/cases/operations/referrals.ts'
import type { travelOf } from '#domain/cases/travel.ts'
import type { LocalDate } from '#domain/kernel/dates.ts'
import { homeCountry } from '#domain/network/places.ts'
import { caseWord, codeNameIn, referralWord } from '#src/desk/cases/words.ts'
import type { ShownNumber } from '#src/app/network/numbers.ts'
import { type ToldHow, toldValues } from '#src/pages/cases/told.ts'
import { fact } from '#src/pages/desk/parts.ts'
import { type Html, type PageFrame, layout } from '#src/pages/layout.ts'
import { type Numbers, joined, saidOf } from '#src/pages/numbers/parts.ts'
import type { Language } from '#src/words/catalogue.ts'
import { dateInWords } from '#src/words/locale.ts'
import { casePaperWords, numbersWords } from '#src/words/words.ts'

const numberLine = (language: Language, one: ShownNumber, isPractice: boolean): Html => {
  const words = numbersWords.in(language)
  const said = saidOf(language, one)
  return html`<p>
    ${words[`kind_${one.kind}`]}: <b class="sum" dir="ltr">${one.number}</b>
    ${isPractice ? html`<b>(${words.practiceNumber})</b>` : ''}
    <span class="quiet"
      >${said.length === 0 ? '' : html`${joined(said)} · `}${words.checkedOn(dateInWords(one.checkedOn, language))}</span
    >
  </p>`
}

const countryPart = (
  language: Language,
  country: string,
  { numbers, isPractice }: Omit<Numbers, 'at'>,
): Html | string => {
  const ofIt = numbers.filter((one) => one.country === country)
  const none = html`<section class="screen-only">
    <h2>${caseWord(language, country)}</h2>
    <p>${casePaperWords.in(language).noNumber}</p>
  </section>`
  return ofIt.length === 0
    ? none
    : html`<section>
        <h2>${caseWord(language, country)}</h2>
        ${ofIt.map((one) => numberLine(language, one, isPractice))}
      </section>`
}

/**
 * What somebody takes along: whom to call there and at home, and what to keep. It may be found in a pocket, so it names no
 * fund, no person and no case.
 */
export const wayCardPage = (
  frame: PageFrame,
  { country, numbers }: { readonly country: string; readonly numbers: Omit<Numbers, 'at'> },
): Html => {
  const { language } = frame
  const words = casePaperWords.in(language)
  return layout({
    ...frame,
    content: html`<p class="screen-only paper-how">${words.cardHow}</p>
      <div class="on-paper on-a6">
        <h1>${words.cardHeading}</h1>
        ${[...new Set([country, homeCountry])].map((one) => countryPart(language, one, numbers))}
        <section>
          <h2>${words.keep}</h2>
          <ul>
            <li>${words.keepPapers}</li>
            <li>${words.keepNumber}</li>
            <li>${words.keepContract}</li>
            <li>${words.keepSafe}</li>
          </ul>
        </section>
      </div>`,
  })
}

type Travels = ReturnType<typeof travelOf>
type Value = Readonly<Record<string, unknown>>

const ofPerson: Readonly<Partial<Record<Travelling, string>>> = {
  'age-band': 'ageBand',
  sex: 'sex',
  language: 'language',
  name: 'name',
}
const ofWhole: Readonly<Partial<Record<Travelling, Pick<AnyCaseOperation, 'asks'>>>> = {
  'safe-contact': setContact,
  needs: setNeeds,
  journey: setJourney,
}

const signalLines = (how: ToldHow, value: unknown): readonly Html[] =>
  (value as readonly { readonly signal: string; readonly seenOn: LocalDate }[]).flatMap(
    ({ signal, seenOn }) => toldValues(how, markSignals, { signals: [signal], seenOn }),
  )

/** What is one line, which says by itself what it is. */
const isAlone = (field: Travelling): boolean =>
  field === 'code-name' || ofPerson[field] !== undefined

/** One field of what goes, told as the file tells it. */
const toldField = (how: ToldHow, field: Travelling, value: unknown): readonly Html[] => {
  const { language } = how
  const one = ofPerson[field]
  const whole = ofWhole[field]
  if (one !== undefined) return toldValues(how, setPerson, { [one]: value })
  if (whole !== undefined) return toldValues(how, whole, value as Value)
  if (field === 'promise') {
    const { promised, found } = value as { readonly promised?: Value; readonly found?: Value }
    return [
      ...(promised ? toldValues(how, setPromise, promised) : []),
      ...(found ? toldValues(how, setFound, found) : []),
    ]
  }
  if (field === 'signals') return signalLines(how, value)
  if (field === 'abuses') return toldValues(how, setReturnInterview, { abuses: value })
  return [fact(caseWord(language, field), codeNameIn(language, how.file))]
}

/** What goes to the receiver of a referral: the fields under a consent of today, and nothing beside them. */
export const referralSheetPage = (
  frame: PageFrame,
  {
    how,
    referral,
    travels,
    today,
  }: {
    readonly how: ToldHow
    readonly referral: Referral
    readonly travels: Travels
    readonly today: LocalDate
  },
): Html => {
  const { language } = frame
  const words = casePaperWords.in(language)
  const { receiver, kind } = referral.value
  const fields = Object.entries(travels) as readonly (readonly [Travelling, unknown])[]
  return layout({
    ...frame,
    content: html`<p class="screen-only paper-how">${words.sheetHow}</p>
      <div class="on-paper on-a5">
        <h1>${words.sheetHeading(referralWord(language, kind))}</h1>
        <p>${words.to} <bdi>${receiver}</bdi> · ${dateInWords(today, language)}</p>
        ${
          fields.length === 0
            ? html`<p>${words.onlyRoom}</p>`
            : html`<p>${words.agreed}</p>
                ${fields.map(
                  ([field, value]) =>
                    html`<section>
                      ${isAlone(field) ? '' : html`<h2>${caseWord(language, field)}</h2>`}
                      <dl class="facts">${toldField(how, field, value)}</dl>
                    </section>`,
                )}`
        }
        <p>${words.keepClosed}</p>
      </div>`,
  })
}
