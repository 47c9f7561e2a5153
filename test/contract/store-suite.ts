import { describe } from 'vitest'
import { activityFacts } from '#test/contract/activity-suite.ts'
import { budgetFacts } from '#test/contract/budget-suite.ts'
import { cardFacts } from '#test/contract/card-suite.ts'
import { journalFacts } from '#test/contract/journal-suite.ts'
import { networkFacts } from '#test/contract/network-suite.ts'
import { notesFacts } from '#test/contract/notes-suite.ts'
import { erasingFacts, familyFacts, particularsFacts } from '#test/contract/particulars-suite.ts'
import { peopleFacts } from '#test/contract/people-suite.ts'
import { sessionFacts } from '#test/contract/session-suite.ts'
import { messageFacts } from '#test/contract/messages-suite.ts'
import { supportFacts } from '#test/contract/support-suite.ts'
import { viewsFacts } from '#test/contract/views-suite.ts'
import type { Everything } from '#test/contract/village-life.ts'

/** A store that nobody has used, and how to be rid of it. */
type Opened = { readonly store: Everything; readonly close: () => Promise<void> }
type OpenStore = () => Promise<Opened>
export type WithStore = (work: (store: Everything) => Promise<void>) => () => Promise<void>

/** Texts that no store may trip over. */
export const hostile = [
  'ភូមិ​អូរ​ជ្រៅ ស៊ូរ្យ៉ា',
  '🐘👩🏽‍🌾 e\u0301',
  `it's "quoted" \\ \\n \\' \`x\` -- ; drop table entry`,
  '? ?? :name $1 %s {} \u0000 \t\r\n',
]

/** What every store does, whatever it keeps things in. */
export const storeSuite = (
  name: string,
  open: OpenStore,
  texts: readonly string[] = hostile,
): void => {
  const withStore: WithStore = (work) => async () => {
    const { store, close } = await open()
    try {
      await work(store)
    } finally {
      await close()
    }
  }
  describe(name, () => {
    journalFacts(withStore, texts)
    viewsFacts(withStore)
    notesFacts(withStore, texts)
    networkFacts(withStore)
    peopleFacts(withStore, texts)
    sessionFacts(withStore)
    cardFacts(withStore)
    particularsFacts(withStore, texts)
    familyFacts(withStore)
    erasingFacts(withStore)
    supportFacts(withStore)
    messageFacts(withStore)
    budgetFacts(withStore)
    activityFacts(withStore, texts)
  })
}
