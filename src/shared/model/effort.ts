/** Small: hours; medium: days; large: weeks. */
export const efforts = ['S', 'M', 'L'] as const;
export type Effort = (typeof efforts)[number];
