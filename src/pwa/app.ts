import { h, type JSX } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { showDigits } from '#src/pwa/digits.ts'
import type { FirstHost, OpenBook } from '#src/pwa/host.ts'
import { hasWords } from '#src/pwa/held-words.ts'
import { renewNumbers } from '#src/pwa/numbers.ts'
import { EnrolScreen } from '#src/pwa/screens/enrol.ts'
import { NumbersScreen } from '#src/pwa/screens/numbers.ts'
import { alert, key } from '#src/pwa/screens/parts.ts'
import { later } from '#src/pwa/screens/later.ts'
import { LeftPart, LeftScreen } from '#src/pwa/screens/left.ts'
import { LockedScreen } from '#src/pwa/screens/locked.ts'
import type { Opening } from '#src/pwa/screens/opened.ts'
import type { Language } from '#src/words/catalogue.ts'
import { numbersWords, phoneWords } from '#src/words/words.ts'

type At =
  | { readonly is: 'loading' | 'enrol' | 'locked' | 'shut-out' }
  | { readonly is: 'open'; readonly book: OpenBook }

/** Each language is called as its readers call it. */
const called = { km: 'ខ្មែរ', en: 'English' } as const

/** A phone that nobody has touched for so long closes its book. */
const idleMs = 5 * 60_000

/** The script of the meeting, which comes while the PIN is typed. */
const bringMeeting = async () => (await import('#src/pwa/screens/opened.ts')).OpenedBook

const OpenedLater = later(bringMeeting, ({ language }: Opening) => language)

/** Closes the book when nobody has touched the phone for a while. */
const useIdleLock = (isOpen: boolean, lock: () => void): void => {
  useEffect(() => {
    if (!isOpen) return undefined
    let timer = setTimeout(lock, idleMs)
    const touched = (): void => {
      clearTimeout(timer)
      timer = setTimeout(lock, idleMs)
    }
    const events = ['pointerdown', 'keydown'] as const
    for (const name of events) addEventListener(name, touched)
    return () => {
      clearTimeout(timer)
      for (const name of events) removeEventListener(name, touched)
    }
  }, [isOpen])
}

/** How long numbers for an emergency are left as they came, and how often it is looked whether there is a network for new ones. */
const [numbersMs, lookMs] = [60 * 60_000, 60_000]

/** Numbers for an emergency are brought whenever there is a network: at the start, when one comes back, and every hour. */
const useNumbers = (host: FirstHost): void => {
  const [, setCame] = useState(0)
  useEffect(() => {
    let last = -numbersMs
    const renew = (): void => {
      if (performance.now() - last < numbersMs) return
      void renewNumbers(host).then((isNew) => {
        if (!isNew) return
        last = performance.now()
        setCame(last)
      })
    }
    renew()
    const timer = setInterval(renew, lookMs)
    addEventListener('online', renew)
    return () => {
      clearInterval(timer)
      removeEventListener('online', renew)
    }
  }, [])
}

/** Words of an open book: they come, like its script, as soon as there is one to open. */
const useWords = ({
  language,
  bring,
  isAsked,
}: {
  readonly language: Language
  readonly bring: () => Promise<void>
  readonly isAsked: boolean
}): boolean => {
  const [, setCome] = useState('')
  useEffect(() => {
    if (!isAsked) return
    void bringMeeting()
    void bring().then(() => setCome(language))
  }, [language, isAsked])
  return hasWords(language, 'rest')
}

/** What stands on top of every screen: what it is called, and the way to the other language. */
const headIn =
  (language: Language, choose: (language: Language) => void) =>
  (name: string, more: readonly JSX.Element[] = []): JSX.Element => {
    const other = language === 'km' ? 'en' : 'km'
    const change = { type: 'button', lang: other, onClick: () => choose(other) } as const
    return h('header', {}, [h('strong', {}, name), ...more, h('button', change, called[other])])
  }

type Aside = 'numbers' | 'left'

/** What is there without a book. */
const besideBook = ({
  aside,
  isWhole,
  ...shown
}: {
  readonly host: FirstHost
  readonly language: Language
  readonly aside: Aside
  readonly isWhole: boolean
  readonly back: () => void
}): JSX.Element => {
  if (aside === 'numbers') return h(NumbersScreen, shown)
  return isWhole ? h(LeftScreen, shown) : h('main', {}, phoneWords.in(shown.language).loading)
}

/** The screen of a phone whose book is not open. */
const withoutBook = (
  is: At['is'],
  shown: {
    readonly host: FirstHost
    readonly language: Language
    readonly opened: (book: OpenBook) => Promise<void>
  },
): JSX.Element => {
  if (is === 'enrol') return h(EnrolScreen, shown)
  if (is === 'locked') return h(LockedScreen, shown)
  return h('main', {}, alert(phoneWords.in(shown.language).shutOut, 'bad'))
}

/** The whole app: no book yet, a closed one, or an open one. */
export const App = ({
  host,
  language,
  bring,
  choose,
}: {
  readonly host: FirstHost
  readonly language: Language
  /** Brings the words of an open book, too. */
  readonly bring: () => Promise<void>
  readonly choose: (language: Language) => void
}): JSX.Element => {
  const [at, setAt] = useState<At>({ is: 'loading' })
  const [aside, setAside] = useState<Aside>()
  useNumbers(host)
  useEffect(() => {
    void host.vault.fundId().then((id) => setAt({ is: id === undefined ? 'enrol' : 'locked' }))
  }, [])
  useIdleLock(at.is === 'open', () => setAt({ is: 'locked' }))
  const isWhole = useWords({
    language,
    bring,
    isAsked: at.is === 'locked' || at.is === 'open' || aside === 'left',
  })
  showDigits(language)
  if (!hasWords(language, 'first') || at.is === 'loading') return h('main', {}, '…')
  const words = phoneWords.in(language)
  const opened = async (book: OpenBook): Promise<void> => setAt({ is: 'open', book })
  const shutOut = async (): Promise<void> => {
    await host.vault.wipe()
    setAt({ is: 'shut-out' })
  }
  const head = headIn(language, choose)
  if (aside)
    return h('div', {}, [
      head(words.app),
      besideBook({ host, language, aside, isWhole, back: () => setAside(undefined) }),
    ])
  if (at.is === 'open' && !isWhole)
    return h('div', {}, [head(words.app), h('main', {}, words.loading)])
  if (at.is === 'open')
    return h(OpenedLater, {
      first: host,
      book: at.book,
      language,
      head,
      lock: () => setAt({ is: 'locked' }),
      shutOut: () => void shutOut(),
    })
  return h('div', {}, [
    head(words.app),
    withoutBook(at.is, { host, language, opened }),
    h('aside', {}, [
      h(LeftPart, { host, language, carry: () => setAside('left'), key: at.is }),
      key(numbersWords.in(language).heading, () => setAside('numbers')),
    ]),
  ])
}
