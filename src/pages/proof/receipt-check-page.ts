import { goodBox, warningBox } from '#src/pages/entrance/parts.ts'
import type { Html } from '#src/pages/layout.ts'
import type { ProofWords } from '#src/words/en/proof.ts'

/** What came of a check, as the service judged it; `line` is the entry's number in figures. */
type Checked = {
  readonly verdict: 'stands' | 'written-anew' | 'gone' | 'not-signed'
  readonly line: string
}

export const verdictPart = (words: ProofWords, { verdict, line }: Checked): Html => {
  if (verdict === 'stands') return goodBox(words.stands(line))
  if (verdict === 'not-signed') return warningBox(words.notSigned, words.notSignedNext)
  const what = verdict === 'gone' ? words.gone(line) : words.writtenAnew(line)
  return warningBox(what, words.keepIt)
}
