import { bookPageWords } from '#src/words/book-page-words.ts'
import { importWords } from '#src/words/import-words.ts'
import { loanBookWords } from '#src/words/loan-book-words.ts'
import { everyWordIsThere } from '#test/support/word-families.ts'

everyWordIsThere({ importWords, loanBookWords, bookPageWords })
