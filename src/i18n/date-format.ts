/** Civil days, `YYYY-MM-DD`, as they are written in Vietnamese. */
export const dateFormats = {
  /** `2024-05-19` → `19/5/2024` */
  day: (civilDay: string) => {
    const { year, month, day } = parts(civilDay)
    return `${day}/${month}/${year}`
  },
  /** `2024-05-19` → `19/5` */
  shortDay: (civilDay: string) => {
    const { month, day } = parts(civilDay)
    return `${day}/${month}`
  },
}

function parts(civilDay: string) {
  const [year, month, day] = civilDay.split('-').map(Number)
  return { year, month, day }
}
