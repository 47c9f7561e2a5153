/** How many of so many a vote needs, counted up one by one: the first number whose share is enough. */
export const quorumIn = (whole: number, percent: number): number => {
  let needed = 0
  const isEnough = (some: number): boolean =>
    percent === 67 ? some * 3 >= whole * 2 : some * 100 >= whole * percent
  while (!isEnough(needed)) needed += 1
  return needed
}
