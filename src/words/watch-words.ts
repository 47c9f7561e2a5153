import { family } from '#src/words/catalogue.ts'
import { watch as watchEn } from '#src/words/en/watch.ts'
import { watch as watchKm } from '#src/words/km/watch.ts'
import { watchPaper as watchPaperEn } from '#src/words/en/watch-paper.ts'
import { watchPaper as watchPaperKm } from '#src/words/km/watch-paper.ts'
import { watchGrounds as watchGroundsEn } from '#src/words/en/watch-grounds.ts'
import { watchGrounds as watchGroundsKm } from '#src/words/km/watch-grounds.ts'
import { watchReply as watchReplyEn } from '#src/words/en/watch-reply.ts'
import { watchReply as watchReplyKm } from '#src/words/km/watch-reply.ts'

export const watchWords = family({ en: watchEn, km: watchKm })
export const watchPaperWords = family({ en: watchPaperEn, km: watchPaperKm })
export const watchGroundsWords = family({ en: watchGroundsEn, km: watchGroundsKm })
export const watchReplyWords = family({ en: watchReplyEn, km: watchReplyKm })
