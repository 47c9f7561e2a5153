import { html } from 'hono/html'
import { type Look, type Looker, type Looks, isOwnLook } from '#src/app/identity/own-looks.ts'
import { villageTimeOf } from '#src/app/village-time.ts'
import { type OwnPlace, behindOwn, ownLayout, ownPlace } from '#src/pages/household/parts.ts'
import type { Html } from '#src/pages/layout.ts'
import type { Language } from '#src/words/catalogue.ts'
import type { HouseholdWords } from '#src/words/en/household.ts'
import { entranceWords, householdWords } from '#src/words/words.ts'
import { dateInWords } from '#src/words/locale.ts'

const whoWas = (who: Looker, language: Language): string => {
  if (who.kind !== 'others') return householdWords.in(language)[who.kind]
  return who.roles.map((role) => entranceWords.in(language).roleName(role)).join(', ')
}

const isOfPhone = (action: string): boolean => /^(un)?link-phones?$/.test(action)
const isOfFamily = (action: string): boolean =>
  /^(keep-family|keep-names|erase-person)$/.test(action)

/** Acts of which a form that was opened and left has changed nothing. */
const isAct = (action: string): boolean =>
  /^[A-Z]|^manage-/.test(action) || isOfPhone(action) || isOfFamily(action)

const whatWas = ({ action, loan, outcome }: Look, words: HouseholdWords): string => {
  const saw = loan === undefined ? words.sawRecord : words.sawLoan(loan)
  if (outcome === 'read' && isAct(action)) return saw
  if (/^[A-Z]/.test(action) || action === 'dispute-own' || action === 'confirm-own')
    return words.wrote
  if (action === 'manage-cards') return words.changedCard
  if (action === 'manage-logins') return words.changedLogin
  if (isOfPhone(action)) return words.changedPhone
  if (isOfFamily(action)) return words.changedKept
  if (action === 'sign-in' || action === 'door') return words.signedIn
  if (action === 'read-own-log') return words.sawLog
  if (action === 'read-receipt') return words.sawReceipt
  return saw
}

/** What is said of something that has not happened. */
const becameOf = ({ outcome }: Look, words: HouseholdWords): string => {
  if (outcome === 'refused') return ` (${words.refused})`
  return outcome === 'tried' ? ` (${words.tried})` : ''
}

/** What one person did on a day, the newest first; what says the same is one line with its number. */
type Group = { readonly day: string; readonly who: string; readonly looks: Look[] }

const grouped = (looks: readonly Look[], { language, timeZone }: Told): readonly Group[] => {
  const groups: Group[] = []
  for (const look of looks) {
    const day = dateInWords(villageTimeOf(look.at, timeZone).day, language)
    const who = whoWas(look.who, language)
    const last = groups.at(-1)
    if (last?.day === day && last.who === who) last.looks.push(look)
    else groups.push({ day, who, looks: [look] })
  }
  return groups
}

type Told = { readonly language: Language; readonly timeZone?: string | undefined }

const listOf = (looks: readonly Look[], told: Told): Html => {
  const words = householdWords.in(told.language)
  const said = (look: Look): string => whatWas(look, words) + becameOf(look, words)
  const line = (same: readonly Look[]): Html =>
    html`<li>
      <span class="quiet">${villageTimeOf(same[0]!.at, told.timeZone).time}</span>
      <span
        ><bdi>${said(same[0]!)}</bdi>${
          same.length > 1 ? html` <span class="quiet">×&nbsp;${same.length}</span>` : ''
        }</span
      >
    </li>`
  return html`<ol class="looks">
    ${grouped(looks, told).map(
      ({ day, who, looks: some }) =>
        html`<li>
          <span><b>${who}</b> <span class="quiet">${day}</span></span>
          <ol>
            ${[...Map.groupBy(some, said).values()].map(line)}
          </ol>
        </li>`,
    )}
  </ol>`
}

/** Who looked at a member's record: a day, an office, what; never a login. First what was done about how she signs in. */
export const lookedPage = (
  {
    doors,
    looks,
    older,
    isNewest,
    timeZone,
  }: Looks & {
    readonly isNewest: boolean
    readonly timeZone?: string | undefined
  },
  place: OwnPlace,
): Html => {
  const { language, fundId } = place
  const told = { language, timeZone }
  const words = householdWords.in(language)
  const others = looks.filter((look) => !isOwnLook(look))
  const own = looks.filter(isOwnLook)
  return ownLayout(
    behindOwn(place),
    html`<h1>${words.whoLooked}</h1>
      <p class="quiet">${words.whoLookedMeaning}</p>
      ${
        doors.length === 0 || !isNewest
          ? ''
          : html`<h2>${words.atYourDoor}</h2>
              <p class="quiet">${words.atYourDoorMeaning}</p>
              ${listOf(doors, told)}`
      }
      <h2>${words.otherLooks}</h2>
      ${others.length === 0 ? html`<p>${words.nobodyLooked}</p>` : listOf(others, told)}
      ${
        own.length === 0
          ? ''
          : html`<h2>${words.ownLooks}</h2>
              ${listOf(own, told)}`
      }
      ${
        older === undefined
          ? ''
          : html`<p>
              <a class="button" href="${ownPlace.looked(fundId)}?before=${older}"
                >${words.olderLooks}</a
              >
            </p>`
      }`,
  )
}
