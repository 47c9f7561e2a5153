import { h, render } from 'preact'
import { phoneClock, toText } from '#infra/browser/system.ts'
import type { Closing } from '#infra/indexeddb/closing.ts'
import { openDatabase } from '#infra/indexeddb/database.ts'
import { leftBehind } from '#infra/indexeddb/left.ts'
import { signingIn } from '#infra/indexeddb/signing.ts'
import { vaultIn } from '#infra/indexeddb/vault.ts'
import { App } from '#src/pwa/app.ts'
import { type Names, type WordsPart, hasWords, holdWords } from '#src/pwa/held-words.ts'
import type { FirstHost, OpenBook } from '#src/pwa/host.ts'
import { serviceOverHttp } from '#src/pwa/http-service.ts'
import type { Language } from '#src/words/catalogue.ts'

/*
 * The entry file of the app on a phone: it alone chooses what the app runs on.
 */

const openedIn = async (
  database: IDBDatabase,
  fundId: string,
  closing: Closing,
): Promise<OpenBook> => (await import('#src/phone-book.ts')).bookIn(database, fundId, closing)

const hostOn = (database: IDBDatabase): FirstHost => {
  const vault = vaultIn(database)
  const left = leftBehind(database)
  const now = (): number => Date.parse(phoneClock())
  const signing = signingIn(database)
  return {
    service: serviceOverHttp(async (text) => {
      const { key, signature } = await signing(text)
      return { key: toText(key), signature: toText(signature) }
    }),
    clock: phoneClock,
    left: { all: left.all, forget: left.forget },
    vault: {
      fundId: vault.fundId,
      make: async (given) =>
        openedIn(database, given.fundId, await vault.make({ ...given, now: now() })),
      open: async (pin) => {
        const found = await vault.open(pin, now())
        if (typeof found === 'string') return found
        return openedIn(database, (await vault.fundId())!, found.closing)
      },
      renew: (given) => vault.renew({ ...given, now: now() }),
      wipe: left.wipe,
    },
  }
}

const languageKey = 'language'

const firstLanguage = (): Language => {
  const kept = localStorage.getItem(languageKey)
  if (kept === 'km' || kept === 'en') return kept
  return navigator.language.startsWith('km') ? 'km' : 'en'
}

/** Words of a language and a part, and what they are called, which the page names by their files. */
const bringWords = async (language: Language, part: WordsPart): Promise<void> => {
  if (hasWords(language, part)) return
  const fileOf = (name: string): string => document.documentElement.dataset[`${part}${name}`]!
  const [{ words }, { names }] = (await Promise.all([
    import(fileOf(language === 'km' ? 'Km' : 'En')),
    import(fileOf('Names')),
  ])) as [{ readonly words: readonly object[] }, { readonly names: Names }]
  holdWords({ language, part }, words, names)
}

const start = async (): Promise<void> => {
  const host = hostOn(await openDatabase('village-fund'))
  const root = document.getElementById('app')!
  let isWhole = false
  const show = async (language: Language): Promise<void> => {
    await bringWords(language, 'first')
    // An open book stands through a change of language: all that it says is there before it is said.
    if (isWhole) await bringWords(language, 'rest')
    localStorage.setItem(languageKey, language)
    document.documentElement.lang = language
    const bring = (): Promise<void> => {
      isWhole = true
      return bringWords(language, 'rest')
    }
    render(h(App, { host, language, bring, choose: (other) => void show(other) }), root)
  }
  await show(firstLanguage())
}

/** The one address that becomes a worker of this page. */
const workerAt = '/app/worker.js'

type Policy = { readonly createScriptURL: (text: string) => string }
type Policies = {
  readonly createPolicy: (name: string, rules: Policy) => Policy
}

const register = async (): Promise<void> => {
  if (!('serviceWorker' in navigator)) return
  const { trustedTypes } = globalThis as { readonly trustedTypes?: Policies }
  const only = (text: string): string => (text === workerAt ? text : '')
  const policy = trustedTypes?.createPolicy('village-worker', { createScriptURL: only })
  const address = policy ? policy.createScriptURL(workerAt) : workerAt
  await navigator.serviceWorker.register(address)
  await navigator.storage?.persist?.()
}

void start()
void register().catch(() => undefined)
