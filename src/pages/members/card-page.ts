import { officeNamed } from '#src/desk/officers.ts'
import { type TaskName, taskPath } from '#src/desk/places.ts'
import { html } from 'hono/html'
import type { MemberCard, PastLine } from '#src/app/members/members-view.ts'
import { type At, fact, heading } from '#src/pages/desk/parts.ts'
import type { Html } from '#src/pages/layout.ts'
import { membersAt, membersLayout, lifeStateMark } from '#src/pages/members/parts.ts'
import { leafPath } from '#src/pages/papers/leaf-page.ts'
import { dateInWords } from '#src/words/locale.ts'
import { printWords } from '#src/words/words.ts'

const pastSaid = (at: At, line: PastLine): string => {
  const words = membersAt(at)
  switch (line.what) {
    case 'household':
      return words[`past_household_${line.change}`]
    case 'office':
      return line.until === undefined
        ? words.past_office(officeNamed(at, line.office))
        : words.past_officeUntil(officeNamed(at, line.office), dateInWords(line.until, at.language))
    case 'ended':
      return words.past_ended(officeNamed(at, line.office))
    default:
      return words[`past_${line.what}`]
  }
}

const pastPart = (at: At, past: readonly PastLine[]): Html => {
  const words = membersAt(at)
  return html`<section>
    <h2>${words.history}</h2>
    <dl class="facts">
      ${past.map((line) => fact(dateInWords(line.on, at.language), pastSaid(at, line)))}
    </dl>
  </section>`
}

const acts: readonly (readonly [
  TaskName,
  'writeChange' | 'writeDeath' | 'writeCorrection' | 'writeHousehold',
])[] = [
  ['member-change', 'writeChange'],
  ['household', 'writeHousehold'],
  ['card-correction', 'writeCorrection'],
  ['death', 'writeDeath'],
]

type CardShown = {
  readonly card: MemberCard
  /** What the reader may write down of this member. */
  readonly may: readonly TaskName[]
  readonly maySeeNames: boolean
}

/** What the book says of one member, with all that has happened. */
export const memberCardPage = (at: At, { card, may, maySeeNames }: CardShown): Html => {
  const words = membersAt(at)
  const prints = printWords.in(at.language)
  const paper = { fundId: at.fundId, memberId: card.member.memberId }
  const { member, state, since, proxy, livesWith, past } = card
  const name = at.nameOf?.(member.card)
  const day = (on: string): string => dateInWords(on, at.language)
  const offered = acts.filter(([task]) => may.includes(task))
  return membersLayout(
    at,
    html`${heading('card', words.memberOf(member.card))}
      ${name === undefined ? '' : html`<p class="called"><bdi>${name}</bdi></p>`}
      <p>${lifeStateMark(at, state)} · ${words.fromDay(day(since))}</p>
      <dl class="facts">
        ${fact(words.since, day(member.admittedOn))} ${fact(words.sex, words[`sex_${member.sex}`])}
        ${fact(words.zone, html`<bdi>${member.zone}</bdi>`)}
        ${fact(words.poverty, member.povertyLevel === undefined ? words.none : String(member.povertyLevel))}
        ${proxy === undefined ? '' : fact(words.votesFor, html`<bdi>${proxy}</bdi>`)}
        ${fact(
          words.livesWith,
          livesWith.length === 0 ? words.livesAlone : html`<bdi>${livesWith.join(' · ')}</bdi>`,
        )}
      </dl>
      ${pastPart(at, past)}
      <p class="buttons screen-only">
        ${offered.map(
          ([task, label]) =>
            html`<a class="button" href="${taskPath(at, task, { member: member.memberId })}"
              >${words[label]}</a
            >`,
        )}
        <a class="button" href="${leafPath.passbook(paper)}">${prints.passbook}</a>
        <a class="button" href="${leafPath.month(paper)}">${prints.statement}</a>
        ${
          maySeeNames
            ? html`<a class="button" href="/funds/${at.fundId}/people/${member.memberId}"
                >${words.toPerson}</a
              >`
            : ''
        }
      </p>`,
  )
}
