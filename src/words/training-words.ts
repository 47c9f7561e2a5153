import { courses as coursesEn } from '#src/words/en/courses.ts'
import { courses as coursesKm } from '#src/words/km/courses.ts'
import { talks as talksEn } from '#src/words/en/talks.ts'
import { talks as talksKm } from '#src/words/km/talks.ts'
import { training as trainingEn } from '#src/words/en/training.ts'
import { training as trainingKm } from '#src/words/km/training.ts'
import { family } from '#src/words/catalogue.ts'

/** What is said of talks, courses and the training of a network’s own people. */
export const courseWords = family({ en: coursesEn, km: coursesKm })
export const talkWords = family({ en: talksEn, km: talksKm })
export const trainingWords = family({ en: trainingEn, km: trainingKm })
