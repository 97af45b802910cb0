// Days as people name them.

export function dayName(at, locale, t, now = new Date()) {
  const date = new Date(at)
  const days = Math.round((midnight(now) - midnight(date)) / 86_400_000)
  if (days === 0) return t.today
  if (days === 1) return t.yesterday
  const year = date.getFullYear() === now.getFullYear() ? undefined : "numeric"
  return new Intl.DateTimeFormat(locale, { day: "numeric", month: "long", year }).format(date)
}

const midnight = (date) => new Date(date.getFullYear(), date.getMonth(), date.getDate())
