import { html } from 'hono/html'
import { type Look, type Looker, type Looks, isOwnLook } from '#src/app/identity/own-looks.ts'
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

/** Looks that follow each other and say the same are one line with their number. */
const together = (looks: readonly (readonly [string, string, string])[]) => {
  const lines: { readonly said: readonly [string, string, string]; count: number }[] = []
  for (const said of looks) {
    const last = lines.at(-1)
    if (last && said.every((part, i) => part === last.said[i])) last.count += 1
    else lines.push({ said, count: 1 })
  }
  return lines
}

const listOf = (looks: readonly Look[], language: Language): Html => {
  const words = householdWords.in(language)
  const lines = together(
    looks.map((look) => [
      dateInWords(look.at.slice(0, 10), language),
      whoWas(look.who, language),
      whatWas(look, words) + becameOf(look, words),
    ]),
  )
  return html`<ol class="looks">
    ${lines.map(
      ({ said: [day, who, what], count }) =>
        html`<li>
          <b>${who}</b>
          <span
            ><bdi>${what}</bdi
            >${count > 1 ? html` <span class="quiet">× ${count}</span>` : ''}</span
          >
          <span class="quiet">${day}</span>
        </li>`,
    )}
  </ol>`
}

/** Who looked at a member's record: a day, an office, what; never a login. First what was done about how she signs in. */
export const lookedPage = (
  { doors, looks, older, isNewest }: Looks & { readonly isNewest: boolean },
  place: OwnPlace,
): Html => {
  const { language, fundId } = place
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
              ${listOf(doors, language)}`
      }
      <h2>${words.otherLooks}</h2>
      ${others.length === 0 ? html`<p>${words.nobodyLooked}</p>` : listOf(others, language)}
      ${
        own.length === 0
          ? ''
          : html`<h2>${words.ownLooks}</h2>
              ${listOf(own, language)}`
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
