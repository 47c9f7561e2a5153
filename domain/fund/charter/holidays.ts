import type { LocalDate } from '#domain/kernel/dates.ts'

/** A calendar of public holidays that the house knows, by its country. */
export type HolidayCalendar = 'KH'

/** The years that the table covers; the government names the days of a year in the autumn before it. */
export const holidayYears = [2024, 2025, 2026] as const

/**
 * Public holidays of Cambodia on which no village meets, because everybody is at the pagoda or with the
 * family: Khmer New Year, Visak Bochea, Pchum Ben, the Water Festival. Facts, each year read in two places:
 * 2024 in the lists after Prakas 014/24 of the Ministry of Labour (angkortimes.com) and of Aquarii; 2025 in
 * Prakas 218/24 (as copied by Daikou Finance, and day by day in the holiday list of Layhak); 2026 in
 * Prakas 216/25 (as copied in a public calendar) and in the list of the National Bank of Cambodia, which has
 * 1 May as Labour Day alone; it is free in both.
 */
const ofCambodia: readonly LocalDate[] = [
  '2024-04-13 2024-04-14 2024-04-15 2024-04-16',
  '2024-05-22',
  '2024-10-01 2024-10-02 2024-10-03',
  '2024-11-14 2024-11-15 2024-11-16',
  '2025-04-14 2025-04-15 2025-04-16',
  '2025-05-11',
  '2025-09-21 2025-09-22 2025-09-23',
  '2025-11-04 2025-11-05 2025-11-06',
  '2026-04-14 2026-04-15 2026-04-16',
  '2026-05-01',
  '2026-10-10 2026-10-11 2026-10-12',
  '2026-11-23 2026-11-24 2026-11-25',
].flatMap((festival) => festival.split(' '))

/** The days of a calendar, rising. */
export const holidaysOf = (calendar: HolidayCalendar): readonly LocalDate[] =>
  ({ KH: ofCambodia })[calendar]
