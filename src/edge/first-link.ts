import { firstLink } from '#src/app/identity/first-administrator.ts'
import { makeKey } from '#src/app/identity/one-time-keys.ts'
import { makePracticePeople } from '#src/app/practice/practice-people.ts'
import type { Bound } from '#src/edge/bindings.ts'
import { practiceFolder } from '#src/edge/practice-folder.ts'
import type { BookSource } from '#src/exchange/paper-book/files.ts'
import { importPaperBook } from '#src/exchange/paper-book/import.ts'
import { practiceBook } from '#src/exchange/practice.ts'
import type { AppNeeds } from '#src/http/needs.ts'

const by = { actor: 'first-link', device: 'first-link' }

const broughtAlong =
  ({ ASSETS }: Bound): BookSource =>
  async (file) => {
    const found = await ASSETS.fetch(`http://assets${practiceFolder}/${file}`)
    return found.ok ? new Uint8Array(await found.arrayBuffer()) : 'missing'
  }

/** The practice fund's id; its invented year is filled in where there is no fund yet. */
const practiceFund = async (needs: AppNeeds, bindings: Bound): Promise<string> => {
  const [here] = await needs.store.fundIds()
  if (here !== undefined) return here
  const book = practiceBook(broughtAlong(bindings), needs.today())
  const imported = await importPaperBook(needs, book, { ...by, dryRun: false })
  if ('faults' in imported) throw new Error('the practice book cannot be read')
  return imported.fundId
}

const practiceLink = async (needs: AppNeeds, bindings: Bound, url: string): Promise<string> => {
  const fundId = await practiceFund(needs, bindings)
  const networkId = await makePracticePeople(needs, { fundId, today: needs.today() })
  const key = await makeKey(needs, { networkId, purpose: 'practice', madeBy: by.actor })
  return `PRACTICE fund, invented people and money. Open this link (it works once):\n${url}/start?key=${key}`
}

const startSecretMin = 32

const opens = ({ hash }: AppNeeds, asked: Request, secret: unknown): boolean =>
  typeof secret === 'string' &&
  secret.length >= startSecretMin &&
  // Hashes are compared, so that how long it takes tells nothing of the secret.
  hash(asked.headers.get('authorization') ?? '') === hash(`Bearer ${secret}`)

const isAsked = ({ method, url }: Request): boolean =>
  method === 'POST' && new URL(url).pathname === '/first-link'

/**
 * What a start on another host prints to the one at its keyboard: the first link into the service. Here
 * there is no keyboard, so whoever has `START_SECRET` asks for it. To everybody else there is nothing.
 */
export const firstLinkFor = async (
  asked: Request,
  { needs, bindings }: { readonly needs: AppNeeds; readonly bindings: Bound },
): Promise<Response | undefined> => {
  if (!isAsked(asked) || !opens(needs, asked, bindings['START_SECRET'])) return undefined
  const url = needs.publicUrl ?? new URL(asked.url).origin
  const said = needs.isPractice
    ? await practiceLink(needs, bindings, url)
    : await firstLink(needs, { url, by })
  return new Response(`${said}\n`, {
    headers: { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' },
  })
}
