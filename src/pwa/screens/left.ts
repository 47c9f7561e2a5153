import { h, type JSX } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import type { LeftBehind } from '#domain/phone/outbox.ts'
import type { FirstHost } from '#src/pwa/host.ts'
import { leftAs } from '#src/pwa/left.ts'
import { CarryLater } from '#src/pwa/screens/later.ts'
import { alert, key } from '#src/pwa/screens/parts.ts'
import type { Language } from '#src/words/catalogue.ts'
import { phoneWords } from '#src/words/words.ts'

/** What waited here, of the fund that has most of it: another one's is carried after it. */
const useLeft = ({ left }: Pick<FirstHost, 'left'>): readonly LeftBehind[] => {
  const [all, setAll] = useState<readonly LeftBehind[]>([])
  useEffect(() => void left.all().then(setAll), [])
  const byFund = [...Map.groupBy(all, ({ fundId }) => fundId).values()]
  return byFund.toSorted((a, b) => b.length - a.length)[0] ?? []
}

/** Where a book does not open: how much of what was written here waits, and the way out for it; nothing where nothing does. */
export const LeftPart = ({
  host,
  language,
  carry,
}: {
  readonly host: Pick<FirstHost, 'left'>
  readonly language: Language
  readonly carry: () => void
}): JSX.Element | null => {
  const words = phoneWords.in(language)
  const left = useLeft(host)
  if (left.length === 0) return null
  return h('section', {}, [alert(words.leftHere(String(left.length))), key(words.carryLeft, carry)])
}

/** It goes as square codes or as a file, which nobody reads but the service; two others look at it there. */
export const LeftScreen = ({
  host,
  language,
  back,
}: {
  readonly host: Pick<FirstHost, 'left'>
  readonly language: Language
  readonly back: () => void
}): JSX.Element => {
  const words = phoneWords.in(language)
  const left = useLeft(host)
  const [first] = left
  if (!first) return h('main', {}, words.loading)
  return h(CarryLater, {
    language,
    fundId: first.fundId,
    items: left.map(leftAs),
    meaning: words.carryLeftMeaning,
    back,
  })
}
