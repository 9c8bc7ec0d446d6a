/** `A-07`, wide enough for all of them to stand below each other. Reports and exports number the roadmap alike. */
export const actionRef = (place: number): string => `A-${String(place).padStart(2, '0')}`;
