import { h, render } from 'preact'
import { sealTo, toText } from '#infra/browser/sealing.ts'
import { phoneClock, phoneIds, sha256 } from '#infra/browser/system.ts'
import type { Closing } from '#infra/indexeddb/closing.ts'
import { openDatabase } from '#infra/indexeddb/database.ts'
import { indexedJournal } from '#infra/indexeddb/journal.ts'
import { indexedOutbox } from '#infra/indexeddb/outbox.ts'
import { signingIn } from '#infra/indexeddb/signing.ts'
import { keptThings } from '#infra/indexeddb/taken.ts'
import { vaultIn } from '#infra/indexeddb/vault.ts'
import { App } from '#src/pwa/app.ts'
import { hasWords, holdWords } from '#src/pwa/held-words.ts'
import type { Host, OpenBook, Taken } from '#src/pwa/host.ts'
import { serviceOverHttp } from '#src/pwa/http-service.ts'
import type { Language } from '#src/words/catalogue.ts'

/*
 * The entry file of the app on a phone: it alone chooses what the app runs on.
 */

const bookIn = (database: IDBDatabase, fundId: string, closing: Closing): OpenBook => {
  const { keep, read } = keptThings<Taken>(database, closing, 'taken')
  return {
    fundId,
    journal: indexedJournal(database, closing),
    outbox: indexedOutbox(database, closing),
    taken: read,
    keepTaken: keep,
  }
}

const hostOn = (database: IDBDatabase): Host => {
  const vault = vaultIn(database)
  const now = (): number => Date.parse(phoneClock())
  const signing = signingIn(database)
  return {
    service: serviceOverHttp(async (text) => {
      const { key, signature } = await signing(text)
      return { key: toText(key), signature: toText(signature) }
    }),
    clock: phoneClock,
    ids: phoneIds,
    hash: sha256,
    sealTo,
    vault: {
      fundId: vault.fundId,
      make: async (given) =>
        bookIn(database, given.fundId, await vault.make({ ...given, now: now() })),
      open: async (pin) => {
        const found = await vault.open(pin, now())
        if (typeof found === 'string') return found
        return bookIn(database, (await vault.fundId())!, found.closing)
      },
      renew: (given) => vault.renew({ ...given, now: now() }),
      wipe: vault.wipe,
    },
  }
}

const languageKey = 'language'

const firstLanguage = (): Language => {
  const kept = localStorage.getItem(languageKey)
  if (kept === 'km' || kept === 'en') return kept
  return navigator.language.startsWith('km') ? 'km' : 'en'
}

/** Words of a language, which the page names by their file. */
const bringWords = async (language: Language): Promise<void> => {
  if (hasWords(language)) return
  const path = document.documentElement.dataset[language === 'km' ? 'wordsKm' : 'wordsEn']!
  const { words } = (await import(path)) as { readonly words: Parameters<typeof holdWords>[1] }
  holdWords(language, words)
}

const start = async (): Promise<void> => {
  const host = hostOn(await openDatabase('village-fund'))
  const root = document.getElementById('app')!
  const show = async (language: Language): Promise<void> => {
    await bringWords(language)
    localStorage.setItem(languageKey, language)
    document.documentElement.lang = language
    render(h(App, { host, language, choose: (other) => void show(other) }), root)
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
