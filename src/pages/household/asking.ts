import { html } from 'hono/html'
import type { Look, Looker } from '#src/app/identity/own-looks.ts'
import { type OwnPlace, behindOwn, ownLayout } from '#src/pages/household/parts.ts'
import type { Html } from '#src/pages/layout.ts'
import type { Language } from '#src/words/catalogue.ts'
import type { HouseholdWords } from '#src/words/en/household.ts'
import { entranceWords, householdWords } from '#src/words/words.ts'
import { dateInWords } from '#src/words/locale.ts'

const whoWas = (who: Looker, language: Language): string => {
  if (who.kind !== 'others') return householdWords.in(language)[who.kind]
  return who.roles.map((role) => entranceWords.in(language).roleName(role)).join(', ')
}

const whatWas = ({ action, loan, outcome }: Look, words: HouseholdWords): string => {
  const saw = loan === undefined ? words.sawRecord : words.sawLoan(loan)
  // A form that was opened and left has changed nothing.
  if (outcome === 'read' && (/^[A-Z]/.test(action) || action === 'manage-cards')) return saw
  if (/^[A-Z]/.test(action) || action === 'dispute-own' || action === 'confirm-own')
    return words.wrote
  if (action === 'manage-cards') return words.changedCard
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

/** Who looked at a member's record: a day, an office, what; never a login. */
export const lookedPage = (looks: readonly Look[], place: OwnPlace): Html => {
  const { language } = place
  const words = householdWords.in(language)
  const lines = together(
    looks.map((look) => [
      dateInWords(look.at.slice(0, 10), language),
      whoWas(look.who, language),
      whatWas(look, words) + becameOf(look, words),
    ]),
  )
  const list = html`<ol class="looks">
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
  return ownLayout(
    behindOwn(place),
    html`<h1>${words.whoLooked}</h1>
      <p class="quiet">${words.whoLookedMeaning}</p>
      ${looks.length === 0 ? html`<p>${words.nobodyLooked}</p>` : list}`,
  )
}
