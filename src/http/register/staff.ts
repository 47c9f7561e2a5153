import { scopeFor } from '#domain/access/table.ts'
import { treeUnder } from '#domain/network/register/tree.ts'
import { found } from '#domain/network/register/search.ts'
import type { HttpContext } from '#src/http/env.ts'
import { behindStart, doneText, notHere } from '#src/http/network/place.ts'
import type { Pages } from '#src/http/page.ts'
import { checkingPages } from '#src/http/register/checking.ts'
import { enteringPages } from '#src/http/register/entering.ts'
import { erasingPages } from '#src/http/register/erasing.ts'
import { listPages } from '#src/http/register/list.ts'
import { behindRegister, ownRegister, staffWords, waitingFor } from '#src/http/register/place.ts'
import { roadStaffPages } from '#src/http/register/roads.ts'
import { signalPages } from '#src/http/register/signals.ts'
import { sayingPages } from '#src/http/register/saying.ts'
import { warningStaffPages } from '#src/http/register/warnings.ts'
import { registerPath } from '#src/pages/register/parts.ts'
import { partyPage, registerListPage } from '#src/pages/register/staff-page.ts'

/** Letters and digits of names and phones. */
const isTyped = /^[\p{L}\p{M}\p{N} .,'’()/&+-]{0,60}$/u

const list = async (context: HttpContext) => {
  const register = await ownRegister(context)
  const words = staffWords(context)
  const asked = context.req.query('q') ?? ''
  const typed = isTyped.test(asked) ? asked.trim() : ''
  const by = context.get('caller')!.by.actor
  const query = typed === '' ? {} : { q: typed }
  return registerListPage(await behindStart(context, { query }), {
    parties: typed === '' ? register.named : found(register.named, typed),
    today: context.get('needs').today(),
    typed,
    fault: isTyped.test(asked) ? undefined : words.searchFault,
    waiting: waitingFor(register, by).length,
    done: doneText(context, words.done),
    networkId: register.networkId,
  })
}

const one = async (context: HttpContext) => {
  const register = await ownRegister(context)
  const shown = register.named.find(({ party }) => party.partyId === context.req.param('partyId'))
  if (!shown) return notHere(context)
  const { held } = context.get('network')
  const by = context.get('caller')!.by.actor
  const direct = new Set(
    treeUnder(register.parties, shown.party).under.map(({ party }) => party.partyId),
  )
  return partyPage(await behindRegister(context), {
    one: shown,
    today: context.get('needs').today(),
    called: register.called,
    wordsOf: register.wordsOf,
    under: register.named.filter(({ party }) => direct.has(party.partyId)),
    mayCheck: shown.party.facts.some((fact) => !fact.withdrawn && fact.enteredBy !== by),
    mayTakeOut: scopeFor('WithdrawPartyFact', held) === 'all',
    hasPhones: context.get('needs').sealing !== undefined,
    done: doneText(context, staffWords(context).done),
  })
}

/** The register for those of the staff who enter and check it. */
export const registerPages = (pages: Pages): void => {
  pages.get(registerPath.staff, 'read-register', list)
  enteringPages(pages)
  listPages(pages)
  checkingPages(pages)
  signalPages(pages)
  pages.get(`${registerPath.staff}/:partyId`, 'read-register', one)
  sayingPages(pages)
  erasingPages(pages)
  roadStaffPages(pages)
  warningStaffPages(pages)
}
