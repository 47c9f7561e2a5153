/** Where the practice book lies among the files that are brought along; no route leads there. */
export const practiceFolder = '/practice-book'
