import { html } from 'hono/html'
import type { Likeness } from '#domain/fund/people/likely-same.ts'
import type { Nominee } from '#domain/fund/people/particulars.ts'
import type { AskAnswer, OwnAsk } from '#src/app/household/own-asks.ts'
import { goodBox, hidden } from '#src/pages/entrance/parts.ts'
import { type Html, layout } from '#src/pages/layout.ts'
import { headingWith } from '#src/pages/network/parts.ts'
import {
  type PeopleAt,
  type PersonAct,
  type PersonShown,
  choiceOf,
  nameText,
  peoplePath,
  peopleWordsAt,
} from '#src/pages/people/parts.ts'
import { askTexts } from '#src/pages/household/kept-page.ts'
import { picture } from '#src/pages/pictures.ts'
import { goalWords, ownWords } from '#src/words/words.ts'

/** What the page was come back to after. */
export type Done = 'saved' | 'erased' | undefined

const donePart = (at: PeopleAt, done: Done): Html | string => {
  const words = peopleWordsAt(at)
  if (done === undefined) return ''
  return goodBox(done === 'saved' ? words.done : words.erased)
}

const facePart = (at: PeopleAt, { memberId, card, hasPhoto }: PersonShown): Html => {
  const words = peopleWordsAt(at)
  return hasPhoto
    ? html`<img
        class="face"
        src="${peoplePath.person(at, memberId, 'picture')}"
        alt="${words.photoOf(card)}"
        width="160"
        height="160"
      />`
    : html`<p class="face none">${picture('person')} <span>${words.noPhoto}</span></p>`
}

const likePart = (
  at: PeopleAt,
  alike: readonly { readonly other: PersonShown; readonly why: Likeness }[],
): Html | string => {
  const words = peopleWordsAt(at)
  return alike.length === 0
    ? ''
    : html`<section class="desk-part">
        <h2>${picture('glass')} <span>${words.mayBe}</span></h2>
        <ul>
          ${alike.map(
            ({ other, why }) =>
              html`<li>
                <a href="${peoplePath.person(at, other.memberId)}"
                  ><bdi>${choiceOf(at, other)}</bdi></a
                >. ${words[`why_${why}`]}
              </li>`,
          )}
        </ul>
      </section>`
}

/** What the member has asked for and nobody has answered, with the two answers. */
const asksPart = (at: PeopleAt, memberId: string, asks: MemberShown['asks']): Html | string => {
  if (asks.length === 0) return ''
  const words = ownWords.in(at.language)
  const answer = (value: AskAnswer, label: string): Html =>
    html`<button class="button" name="answer" value="${value}">${label}</button>`
  return html`<section class="desk-part">
    <h2>${picture('person')} <span>${words.memberAsks}</span></h2>
    <p>${words.memberAsksMeaning}</p>
    ${asks.map(({ place, ask }) => {
      const { what, since } = askTexts(ask, at.language)
      return html`<form
        class="entry"
        method="post"
        action="${peoplePath.person(at, memberId, 'asked')}"
      >
        ${hidden('place', String(place))}
        <p><b>${what}</b> <span class="quiet">${since}</span></p>
        <div class="buttons">
          ${answer('not-done', words.answerNotDone)} ${answer('done', words.answerDone)}
        </div>
      </form>`
    })}
  </section>`
}

type MemberShown = {
  readonly person: PersonShown
  readonly alike: readonly { readonly other: PersonShown; readonly why: Likeness }[]
  readonly may: {
    readonly keep: boolean
    readonly seeFamily: boolean
    readonly seeReasons: boolean
    readonly erase: boolean
  }
  /** What the member asks to have corrected or erased, with its place in the list; for those who can do it. */
  readonly asks: readonly { readonly place: number; readonly ask: OwnAsk }[]
  readonly done: Done
}

/** A member's name and photo, and the ways to what else is kept. */
export const memberPage = (at: PeopleAt, { person, alike, may, asks, done }: MemberShown): Html => {
  const words = peopleWordsAt(at)
  const { memberId, card, name } = person
  const way = (act: PersonAct, label: string): Html =>
    html`<a class="button" href="${peoplePath.person(at, memberId, act)}">${label}</a>`
  return layout({
    ...at,
    content: html`${headingWith('person', words.memberHeading(card))} ${donePart(at, done)}
      <div class="identity">
        ${facePart(at, person)}
        <p class="person-name large">${nameText(at, name)}</p>
      </div>
      <div class="buttons">
        ${may.keep ? html`${way('name', words.toName)} ${way('photo', words.toPhoto)} ${way('goal', goalWords.in(at.language).toGoal)}` : ''}
        ${may.seeFamily ? way('family', words.toFamily) : ''}
        ${may.seeReasons ? way('reasons', words.toReasons) : ''}
      </div>
      ${asksPart(at, memberId, asks)} ${likePart(at, alike)}
      <p class="quiet">${words.looksWritten}</p>
      ${may.erase ? html`<p class="apart">${way('erase', words.toErase)}</p>` : ''}`,
  })
}

/** A relation as it is said of the other: what that person is to the member of the page. */
export type KinSummary = {
  readonly other: PersonShown
  readonly is: 'spouse' | 'parent' | 'child' | 'sibling' | 'in-law' | 'same-household'
}

export const kinLine = (at: Pick<PeopleAt, 'language'>, { other, is }: KinSummary): string =>
  `${choiceOf(at, other)}: ${peopleWordsAt(at)[`kin_${is}`]}`

/** Whoever was declared twice stands in one line with both. */
const kinLines = (at: PeopleAt, kin: readonly KinSummary[]): readonly string[] =>
  [...Map.groupBy(kin, ({ other }) => other.memberId).values()].map((same) => {
    const said = new Set(same.map(({ is }) => peopleWordsAt(at)[`kin_${is}`]))
    return `${choiceOf(at, same[0]!.other)}: ${[...said].join(', ')}`
  })

type FamilyShown = {
  readonly person: PersonShown
  readonly nominees: readonly (Pick<Nominee, 'share' | 'name'> & {
    readonly member: PersonShown | undefined
  })[]
  readonly kin: readonly KinSummary[]
  readonly done: Done
}

/** Who is to have the savings, and who is kin. */
export const familyPage = (at: PeopleAt, { person, nominees, kin, done }: FamilyShown): Html => {
  const words = peopleWordsAt(at)
  const { memberId, card } = person
  const nominee = ({ name, member, share }: FamilyShown['nominees'][number]): Html =>
    html`<li>
      <b><bdi>${member === undefined ? name : choiceOf(at, member)}</bdi></b
      >: ${words[`share_${share}`]}
    </li>`
  return layout({
    ...at,
    content: html`${headingWith('house', words.familyHeading)}
      <p><bdi>${words.cardOf(card)}</bdi> · ${nameText(at, person.name)}</p>
      ${donePart(at, done)}
      <section class="desk-part">
        <h2>${words.nomineesHeading}</h2>
        ${
          nominees.length === 0
            ? html`<p>${words.nomineesNone}</p>`
            : html`<ol>
                ${nominees.map(nominee)}
              </ol>`
        }
        <div class="buttons">
          <a class="button" href="${peoplePath.person(at, memberId, 'nominees')}"
            >${words.toNominees}</a
          >
        </div>
      </section>
      <section class="desk-part">
        <h2>${words.kinHeading}</h2>
        <p>${words.kinMeaning}</p>
        ${
          kin.length === 0
            ? html`<p>${words.kinNone}</p>`
            : html`<ul>
                ${kinLines(at, kin).map((said) => html`<li><bdi>${said}</bdi></li>`)}
              </ul>`
        }
        <div class="buttons">
          <a class="button" href="${peoplePath.person(at, memberId, 'kin')}">${words.toKin}</a>
          ${
            kin.length === 0
              ? ''
              : html`<a class="button" href="${peoplePath.person(at, memberId, 'kin/end')}"
                  >${words.toEndKin}</a
                >`
          }
        </div>
      </section>
      <p class="quiet">${words.looksWritten}</p>`,
  })
}
