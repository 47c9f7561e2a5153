import { boxLetterWords } from '#src/words/box-letter-words.ts'
import { householdWords } from '#src/words/household-words.ts'
import { ownWords } from '#src/words/own-words.ts'
import { everyWordIsThere } from '#test/support/word-families.ts'

everyWordIsThere({ ownWords, householdWords, boxLetterWords })
