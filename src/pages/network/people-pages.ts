import { html } from 'hono/html'
import type { LocalDate } from '#domain/kernel/dates.ts'
import type { Role, StaffRole } from '#domain/access/roles.ts'
import { goodBox, warningBox } from '#src/pages/entrance/parts.ts'
import { shortCode } from '#src/pages/desk/receipt.ts'
import { type Html, type PageFrame, layout } from '#src/pages/layout.ts'
import { picture } from '#src/pages/pictures.ts'
import { marksOf } from '#src/pages/network/marks.ts'
import { type FirstSteps, networkLead } from '#src/pages/network/first-steps-part.ts'
import { type FundSearch, fundSearchPart, moreFundsPart } from '#src/pages/network/fund-search.ts'
import { servicesPath } from '#src/pages/directory/directory-page.ts'
import { figuresPath } from '#src/pages/figures/parts.ts'
import { registerPath } from '#src/pages/register/parts.ts'
import { trainingPath } from '#src/pages/training/parts.ts'
import { numbersPath } from '#src/pages/numbers/parts.ts'
import { linksPath } from '#src/pages/network/links-page.ts'
import { headingWith } from '#src/pages/network/parts.ts'
import type { Language } from '#src/words/catalogue.ts'
import type { NetworkWords } from '#src/words/en/network.ts'
import { courseWords, talkWords, trainingWords } from '#src/words/training-words.ts'
import {
  agreementsWords,
  bookPageWords,
  boxLetterWords,
  entranceWords,
  foundingWords,
  linkWords,
  networkWords,
  numbersWords,
  potWords,
  agencyStaffWords,
  directoryWords,
  proofWords,
  releaseWords,
} from '#src/words/words.ts'
import { dateInWords } from '#src/words/locale.ts'

/** Somebody who may sign in, and what that person is today. */
export type PersonSummary = {
  readonly userId: string
  readonly login: string
  readonly tasks: readonly { readonly role: StaffRole; readonly until: LocalDate }[]
  readonly memberOf: readonly {
    readonly fundName: string
    readonly card: string
    readonly offices: readonly Role[]
  }[]
  readonly hasSecret: boolean
  readonly isHere: boolean
  readonly isShutOut: boolean
}

/** What an administrator does about somebody. */
export type PersonAct =
  | 'appoint'
  | 'dismiss'
  | 'assign'
  | 'end-assignment'
  | 'reset'
  | 'shut-out'
  | 'let-in'

export const pathOf = ({ userId }: Pick<PersonSummary, 'userId'>, act?: PersonAct): string =>
  `/network/people/${userId}${act === undefined ? '' : `/${act}`}`

/** What somebody is, one line each; nothing for whoever has no task today. */
export const whatIs = (
  { tasks, memberOf }: Pick<PersonSummary, 'tasks' | 'memberOf'>,
  language: Language,
): readonly string[] => {
  const words = networkWords.in(language)
  const { roleName } = entranceWords.in(language)
  return [
    ...tasks.map(({ role, until }) =>
      words.taskUntil(roleName(role), dateInWords(until, language)),
    ),
    ...memberOf.map(({ fundName, card, offices }) =>
      words.memberOf(card, fundName, offices.map(roleName).join(' · ')),
    ),
  ]
}

const personRow = (person: PersonSummary, language: Language): Html => {
  const lines = whatIs(person, language)
  const words = networkWords.in(language)
  return html`<li>
    <a class="person" href="${pathOf(person)}">
      <strong><bdi>${person.login}</bdi></strong>
      ${(lines.length === 0 ? [words.noTask] : lines).map((line) => html`<span>${line}</span>`)}
      <span class="marks">${marksOf(person, language)}</span>
    </a>
  </li>`
}

/** A fund of the network, and how far its book had come when it was last kept. */
export type FundSummary = {
  readonly name: string
  readonly kept: { readonly seq: number; readonly hash: string; readonly on: LocalDate } | undefined
  /** The book no longer says what was kept of it. */
  readonly isChanged: boolean
  /** When its last line was written; what stands in it is not shown here. */
  readonly writtenOn: LocalDate | undefined
}

const fundRow = ({ name, kept, isChanged, writtenOn }: FundSummary, language: Language): Html => {
  const words = proofWords.in(language)
  const ofList = networkWords.in(language)
  const written =
    writtenOn === undefined
      ? ofList.nothingKnown
      : ofList.lastWritten(dateInWords(writtenOn, language))
  const told =
    kept === undefined
      ? words.keptNever
      : words.kept(dateInWords(kept.on, language), String(kept.seq), shortCode(kept.hash))
  return html`<li>
    <b><bdi>${name}</bdi></b>
    <p class="quiet">${written}</p>
    <p class="quiet">${told}</p>
    ${
      kept !== undefined && isChanged
        ? warningBox(words.bookDiffers(String(kept.seq)), words.bookDiffersNext)
        : ''
    }
  </li>`
}

type NetworkShown = {
  readonly steps: FirstSteps | undefined
  readonly funds: readonly FundSummary[]
  /** Where there are more funds than one looks through. */
  readonly search: FundSearch | undefined
  readonly people: readonly PersonSummary[]
  /** The address of the next part of the list, where it is a long one. */
  readonly more: string | undefined
}

/** The administrator's desk: funds, people, and where devices are looked after. */
export const networkPage = (
  frame: PageFrame,
  { steps, funds, search, people, more }: NetworkShown,
): Html => {
  const { language } = frame
  const words = networkWords.in(language)
  return layout({
    ...frame,
    content: html`${headingWith('person', words.networkHeading)} ${networkLead(language, steps)}
      <div class="buttons">
        <a class="button" href="/network/devices">${words.toDevices}</a>
        <a class="button" href="/network/box">${boxLetterWords.in(language).lettersHeading}</a>
        <a class="button" href="/network/agreements">${agreementsWords.in(language).heading}</a>
        <a class="button" href="/network/pot">${potWords.in(language).pot}</a>
        <a class="button" href="${numbersPath.staff}">${numbersWords.in(language).staffHeading}</a>
        <a class="button" href="${servicesPath}">${directoryWords.in(language).heading}</a>
        <a class="button" href="${registerPath.staff}">${agencyStaffWords.in(language).heading}</a>
        <a class="button" href="${trainingPath.log}">${trainingWords.in(language).heading}</a>
        <a class="button" href="${trainingPath.staffTalks}"
          >${talkWords.in(language).staffHeading}</a
        >
        <a class="button" href="${trainingPath.staffCourses}"
          >${courseWords.in(language).staffHeading}</a
        >
        <a class="button" href="${trainingPath.coverage}"
          >${courseWords.in(language).coverHeading}</a
        >
        <a class="button" href="${figuresPath.staff}">${releaseWords.in(language).staffHeading}</a>
        <a class="button" href="${linksPath.all}">${linkWords.in(language).toLinks}</a>
      </div>
      <section class="desk-part">
        <h2>${words.fundsHeading}</h2>
        ${search ? fundSearchPart(language, search) : ''}
        ${
          funds.length === 0
            ? html`<p>${search ? '' : words.noFunds}</p>`
            : html`<ul class="names">
                ${funds.map((fund) => fundRow(fund, language))}
              </ul>`
        }
        ${search ? moreFundsPart(language, search) : ''}
        <div class="buttons">
          <a class="button" href="/network/found">${foundingWords.in(language).toFound}</a>
          <a class="button" href="/network/book">${bookPageWords.in(language).bring}</a>
        </div>
      </section>
      <section class="desk-part">
        <h2>${words.peopleHeading}</h2>
        <div class="buttons">
          <a class="button" href="/network/add/staff">${words.toAddStaff}</a>
          <a class="button" href="/network/add/member">${words.toAddMember}</a>
        </div>
        <ul class="people">
          ${people.map((person) => personRow(person, language))}
        </ul>
        ${more === undefined ? '' : html`<div class="buttons"><a class="button" href="${more}">${words.morePeople}</a></div>`}
      </section>`,
  })
}

/** A fund that somebody is put to work on, with the other half of the right: the fund's own. */
export type ReadingSummary = {
  readonly fundId: string
  readonly fundName: string
  readonly until: LocalDate
  /** Through which day the fund lets the network in; undefined where it does not. */
  readonly letIn: LocalDate | undefined
}

const readingLine = ({ fundName, until, letIn }: ReadingSummary, language: Language): Html => {
  const words = networkWords.in(language)
  const other =
    letIn === undefined ? words.fundLetsNobodyIn : words.fundLetsIn(dateInWords(letIn, language))
  return html`<li>
    <p>${words.readsFund(fundName, dateInWords(until, language))}</p>
    <p class="${letIn === undefined ? 'missing' : 'quiet'}">${other}</p>
  </li>`
}

type OnePersonShown = {
  readonly person: PersonSummary
  readonly reads: readonly ReadingSummary[]
  /** Where there are more than one looks through. */
  readonly search: FundSearch | undefined
  readonly isOneself: boolean
  /** Whether two officers of the person's fund reset this login, and nobody else may. */
  readonly isForOfficers: boolean
  readonly done: string | undefined
}

/** What somebody signs in with: of whoever is a member alone it is a PIN, of the staff a password. */
const toReset = ({ tasks, memberOf }: PersonSummary, words: NetworkWords): string =>
  memberOf.length > 0 && tasks.length === 0 ? words.newPin : words.newPassword

/** The way out and in again, apart from the others. */
const door = (person: PersonSummary, words: NetworkWords): Html =>
  html`<div class="buttons acts">
    ${
      person.isShutOut
        ? html`<form method="post" action="${pathOf(person, 'let-in')}">
            <button class="button">${words.letInAgain}</button>
          </form>`
        : html`<a class="button stopping" href="${pathOf(person, 'shut-out')}"
            >${picture('stop')} <span>${words.toShutOut}</span></a
          >`
    }
  </div>`

const ways = (
  { person, reads, search, isOneself, isForOfficers }: OnePersonShown,
  language: Language,
): Html => {
  const words = networkWords.in(language)
  const link = (act: PersonAct, label: string): Html =>
    html`<a class="button" href="${pathOf(person, act)}">${label}</a>`
  const isAuditor = person.tasks.some(({ role }) => role === 'auditor')
  return html`<div class="buttons acts">
      ${isOneself ? '' : link('appoint', words.toAppoint)}
      ${person.tasks.length > 0 ? link('dismiss', words.toDismiss) : ''}
      ${isAuditor && !isOneself ? link('assign', words.toAssign) : ''}
      ${reads.length > 0 || search ? link('end-assignment', words.toEndAssignment) : ''}
      ${isForOfficers ? '' : link('reset', toReset(person, words))}
    </div>
    ${isForOfficers ? html`<p class="quiet">${words.newPinByOfficers}</p>` : ''}
    ${isOneself ? '' : door(person, words)}`
}

/** One person: what they are, what they may read, and what can be done about it. */
export const personPage = (frame: PageFrame, told: OnePersonShown): Html => {
  const { language } = frame
  const words = networkWords.in(language)
  const { person, reads, search, isOneself, done } = told
  const lines = whatIs(person, language)
  return layout({
    ...frame,
    content: html`${headingWith('person', html`<bdi>${person.login}</bdi>`)}
      ${done === undefined ? '' : goodBox(done)}
      <ul class="names">
        ${(lines.length === 0 ? [words.noTask] : lines).map((line) => html`<li>${line}</li>`)}
      </ul>
      <p class="marks">${marksOf(person, language)}</p>
      ${isOneself ? html`<p class="quiet">${words.thisIsYou}</p>` : ''}
      ${
        reads.length === 0 && !search
          ? ''
          : html`<section class="desk-part">
              <h2>${picture('glass')} ${words.readsHeading}</h2>
              ${search ? fundSearchPart(language, search) : ''}
              <ul class="names">
                ${reads.map((one) => readingLine(one, language))}
              </ul>
              ${search ? moreFundsPart(language, search) : ''}
            </section>`
      }
      <section class="desk-part">
        <h2>${words.actsHeading}</h2>
        ${ways(told, language)}
      </section>`,
  })
}
