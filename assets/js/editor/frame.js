// One animation frame for everybody: a job asked for twice under one key runs once.
const jobs = new Map()
let asked = 0

export function nextFrame(key, job) {
  jobs.set(key, job)
  asked ||= requestAnimationFrame(run)
}

function run() {
  asked = 0
  const due = [...jobs.values()]
  jobs.clear()
  for (const job of due) job()
}
