const at = (path: string, networkId: string | undefined): string =>
  networkId === undefined ? path : `${path}?n=${networkId}`

/** Where talks, courses, the training log and the villages without a team stand. */
export const trainingPath = {
  /** Open to anybody; of one network where it is named. */
  talks: (networkId?: string): string => at('/talks', networkId),
  courses: (networkId?: string): string => at('/courses', networkId),
  staffTalks: '/network/talks',
  staffCourses: '/network/courses',
  log: '/network/training',
  coverage: '/network/coverage',
} as const
