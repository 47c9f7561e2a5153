import { html } from 'hono/html'
import type { LocalDate } from '#domain/kernel/dates.ts'
import { statusOn } from '#domain/network/register/licence.ts'
import {
  type FactKind,
  type FactSaid,
  type Party,
  type PartyFact,
  canBeSaidOf,
  counts,
  isSealed,
} from '#domain/network/register/parties.ts'
import type { NamedParty } from '#src/app/network/party-names.ts'
import { fact } from '#src/pages/desk/parts.ts'
import { goodBox } from '#src/pages/entrance/parts.ts'
import { icon } from '#src/pages/icons.ts'
import { type Html, type PageFrame, layout } from '#src/pages/layout.ts'
import { headingAfter } from '#src/pages/network/parts.ts'
import { joined } from '#src/pages/numbers/parts.ts'
import { countryNames, licenceMark, licenceSaid, registerPath } from '#src/pages/register/parts.ts'
import type { Language } from '#src/words/catalogue.ts'
import { dateInWords, moneyInFigures } from '#src/words/locale.ts'
import { agencyStaffWords, agencyWords, numbersWords, warningWords } from '#src/words/words.ts'

/** How those are called of whom a page tells. */
export type CalledBy = (partyId: string) => string

/** Somebody by name, in the scripts that are known: the reader's first. */
export const calledLine = (language: Language, { called }: Pick<NamedParty, 'called'>): Html => {
  const [first = agencyStaffWords.in(language).noName, second] =
    language === 'km' ? called : called.toReversed()
  return html`<b><bdi>${first}</bdi></b
    >${second === undefined ? '' : html` <bdi class="quiet">${second}</bdi>`}`
}

/** What somebody is called in one line of text. */
export const calledText = ({ called }: Pick<NamedParty, 'called'>): string =>
  called.join(', ') || '?'

/** What one fact says, in words; a sealed one by what is kept beside the book. */
export const factSaid = (
  language: Language,
  said: FactSaid,
  { called, words: sealed }: { readonly called: CalledBy; readonly words: string | undefined },
): Html => {
  const words = agencyStaffWords.in(language)
  switch (said.what) {
    case 'name':
      return html`${words.say_name}:
        <bdi>${[said.km, said.latin].filter((one) => one !== undefined).join(', ')}</bdi>`
    case 'sealed-name':
      return html`${words.say_name}: <bdi>${sealed ?? '?'}</bdi>`
    case 'phone':
      return html`${words.say_phone}: <bdi dir="ltr">${sealed ?? '?'}</bdi>`
    case 'licence':
      return joined(licenceSaid(language, said))
    case 'destinations':
      return html`${words.say_destinations}: ${countryNames(language, said.countries)}`
    case 'deposit':
      return html`${words.say_deposit}: ${moneyInFigures(said)}`
    case 'place':
      return html`${words.say_place}: ${said.place}`
    case 'works-for':
      return html`${words['say_works-for']}: <bdi>${called(said.partyId)}</bdi>`
  }
}

/** Where a fact is from, and how far it came. */
const factHistory = (language: Language, one: PartyFact): Html => {
  const words = agencyStaffWords.in(language)
  const day = (on: LocalDate) => dateInWords(on, language)
  const { source, seenOn, document, check, withdrawn } = one
  const state = withdrawn
    ? words.out(numbersWords.in(language)[`why_${withdrawn.why}`], day(withdrawn.on))
    : counts(one)
      ? words.counts
      : words.waiting
  return html`<span class="quiet"
      >${joined([
        agencyWords.in(language).source(agencyWords.in(language)[`source_${source}`], day(seenOn)),
        ...(document === undefined ? [] : [html`<bdi>${document}</bdi>`]),
        words.enteredOn(day(one.enteredOn)),
        ...(check ? [words.checkedOn(day(check.on))] : []),
      ])}</span
    ><br /><b>${state}</b> ${
      one.erased
        ? html`<br /><b class="erased"
              >${words.erasedOn(words[`erased_${one.erased.why}`], day(one.erased.on))}</b
            >`
        : ''
    }`
}

/** What a line that waits says, and of whom. */
export type WaitingLine = {
  readonly party: NamedParty
  readonly fact: PartyFact
  readonly words: string | undefined
}

/** Lines that wait for a check, as they are held against their sources. */
export const waitingTable = (
  language: Language,
  lines: readonly WaitingLine[],
  called: CalledBy,
): Html =>
  html`<ul class="kept">
    ${lines.map(
      ({ party, fact: one, words }) =>
        html`<li>
          <p>${calledLine(language, party)}</p>
          <p>${factSaid(language, one.fact, { called, words })}</p>
          <p>${factHistory(language, one)}</p>
        </li>`,
    )}
  </ul>`

const markOfAgency = (language: Language, party: Party, today: LocalDate): Html | string =>
  party.kind === 'agency' ? licenceMark(language, statusOn(party, { on: today }).state) : ''

type RegisterShown = {
  readonly parties: readonly NamedParty[]
  readonly today: LocalDate
  readonly typed: string
  readonly fault: string | undefined
  readonly waiting: number
  readonly done: string | undefined
  readonly networkId: string
}

/** So many are shown at once; a name finds the others. */
const shownMax = 60

/** The register for the staff: everybody in it, and what waits for a check. */
export const registerListPage = (frame: PageFrame, shown: RegisterShown): Html => {
  const { language } = frame
  const { parties, today, typed, fault, waiting, done, networkId } = shown
  const words = agencyStaffWords.in(language)
  const at = registerPath.staff
  return layout({
    ...frame,
    content: html`<div class="desk">
      ${headingAfter('road', words.heading, done)}
      <p>${words.lead}</p>
      <p class="button-row">
        <a class="button" href="${at}/enter">${words.toEnter}</a>
        <a class="button" href="${at}/list">${words.toList}</a>
        ${waiting === 0 ? '' : html`<a class="button" href="${at}/check">${words.toCheck(waiting)}</a>`}
        <a class="button" href="${registerPath.signals}">${words.toSignals}</a>
        <a class="button" href="${registerPath.staffWarnings}"
          >${warningWords.in(language).staffHeading}</a
        >
        <a class="button" href="${registerPath.staffRoads}">${words.toRoads}</a>
        <a class="button" href="${registerPath.all(networkId)}">${words.toPublic}</a>
      </p>
      <form class="record" method="get" action="${at}">
        <div class="field">
          <label for="q">${words.search}</label>
          <input id="q" name="q" value="${typed}" maxlength="60" autocomplete="off" />
          ${fault === undefined ? '' : html`<p class="fault">${fault}</p>`}
        </div>
        <input type="hidden" name="lang" value="${language}" />
        <p class="buttons"><button>${words.show}</button></p>
      </form>
      <p><b>${parties.length === 0 ? words.none : words.found(parties.length)}</b></p>
      ${parties.length > shownMax ? html`<p>${words.first(String(shownMax))}</p>` : ''}
      <ul class="ways-list">
        ${parties.slice(0, shownMax).map(
          (one) =>
            html`<li>
              <a href="${at}/${one.party.partyId}"
                ><span
                  >${calledLine(language, one)}
                  <small
                    >${words[`kind_${one.party.kind}`]}
                    ${markOfAgency(language, one.party, today)}</small
                  ></span
                >${icon('go-on')}</a
              >
            </li>`,
        )}
      </ul>
      <p class="quiet">${words.namesNote}</p>
    </div>`,
  })
}

/** What can still be written down of somebody, in this order. */
const sayable: readonly Exclude<FactKind, 'sealed-name'>[] = [
  'licence',
  'destinations',
  'deposit',
  'place',
  'phone',
  'works-for',
]

type PartyShown = {
  readonly one: NamedParty
  readonly today: LocalDate
  readonly called: CalledBy
  readonly wordsOf: (factId: string) => string | undefined
  readonly under: readonly NamedParty[]
  readonly mayCheck: boolean
  readonly mayTakeOut: boolean
  readonly hasPhones: boolean
  readonly done: string | undefined
}

/** What two can do about a line: take it out, or erase words that lie sealed beside the book. */
const factWays = (language: Language, one: PartyFact, at: string): Html | string => {
  const words = agencyStaffWords.in(language)
  const mayErase = isSealed(one) && !one.erased
  if (one.withdrawn && !mayErase) return ''
  return html`<p class="button-row">
    ${one.withdrawn ? '' : html`<a class="button" href="${at}/withdraw">${words.takeOut}</a>`}
    ${mayErase ? html`<a class="button" href="${at}/erase">${words.erase}</a>` : ''}
  </p>`
}

const factRow = (language: Language, one: PartyFact, shown: PartyShown): Html => {
  const at = `${registerPath.staff}/${shown.one.party.partyId}`
  return html`<li>
    <p>
      ${factSaid(language, one.fact, { called: shown.called, words: shown.wordsOf(one.factId) })}
    </p>
    <p>${factHistory(language, one)}</p>
    ${shown.mayTakeOut ? factWays(language, one, `${at}/facts/${one.factId}`) : ''}
  </li>`
}

const licencePart = (language: Language, party: Party, today: LocalDate): Html | string => {
  if (party.kind !== 'agency') return ''
  const words = agencyStaffWords.in(language)
  const { state, since, number, warnings } = statusOn(party, { on: today })
  return html`<section>
    <h2>${words.licenceToday}</h2>
    <p>${licenceMark(language, state)}</p>
    <dl class="facts">
      ${since === undefined ? '' : fact(words.from, dateInWords(since, language))}
      ${number === undefined ? '' : fact(words.number, number)}
    </dl>
    ${warnings === 0 ? '' : html`<p>${words.warnings(String(warnings))}</p>`}
  </section>`
}

/** One of the register: how the licence stands, what is said with its source, and who works for whom. */
export const partyPage = (frame: PageFrame, shown: PartyShown): Html => {
  const { language } = frame
  const words = agencyStaffWords.in(language)
  const { one, today, under, mayCheck, hasPhones, done } = shown
  const { party } = one
  const at = `${registerPath.staff}/${party.partyId}`
  const may = sayable.filter(
    (what) => canBeSaidOf(party.kind, what) && (what !== 'phone' || hasPhones),
  )
  return layout({
    ...frame,
    content: html`<div class="desk">
      <h1>${calledLine(language, one)}</h1>
      <p>${words[`kind_${party.kind}`]}</p>
      ${done === undefined ? '' : goodBox(done)} ${licencePart(language, party, today)}
      ${mayCheck ? html`<p class="buttons"><a class="button" href="${at}/check">${words.check}</a></p>` : ''}
      <section>
        <h2>${words.factsHeading}</h2>
        <ul class="kept">
          ${party.facts.map((each) => factRow(language, each, shown))}
        </ul>
      </section>
      ${
        under.length === 0
          ? ''
          : html`<section>
              <h2>${words.under}</h2>
              <ul>
                ${under.map((each) => html`<li><a href="${registerPath.staff}/${each.party.partyId}">${calledLine(language, each)}</a></li>`)}
              </ul>
            </section>`
      }
      <section>
        <h2>${words.moreToSay}</h2>
        <p class="button-row">
          ${may.map((what) => html`<a class="button" href="${at}/say/${what}">${words[`say_${what}`]}</a> `)}
        </p>
      </section>
    </div>`,
  })
}
