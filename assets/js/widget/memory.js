// What the browser remembers of a customer's conversation, and only after the customer has written:
// {token, conversation, seen, queue: [{id, at, text | choice | command, label}]}.

const key = (bot) => "okienko:" + bot

// recall is what was kept for the bot, undefined where there is nothing or storage is forbidden.
export function recall(bot) {
  try {
    return JSON.parse(localStorage.getItem(key(bot))) ?? undefined
  } catch {
    return undefined
  }
}

// memory keeps one bot's conversation: in this page only until written() is called, then in the browser too.
export function memory(bot) {
  let own = recall(bot)
  let persistent = own !== undefined
  own ??= {}

  function save(change) {
    const kept = persistent ? recall(bot) : undefined
    own = { ...own, ...kept, ...change }
    if (!persistent) return
    try {
      localStorage.setItem(key(bot), JSON.stringify(own))
    } catch {
      // full or forbidden: the page goes on without
    }
  }

  return {
    get: () => own,
    save,
    // queue changes the list of unsent messages, which other tabs change as well.
    queue(change) {
      save({ queue: change((persistent && recall(bot)?.queue) || own.queue || []) })
    },
    // written begins keeping: the customer has sent a message.
    written(change) {
      persistent = true
      save({ ...own, ...change })
    },
    // forget drops the conversation but keeps what was not sent yet.
    forget() {
      save({ token: undefined, conversation: undefined, seen: 0 })
    },
    // changed calls back when another tab has changed what is kept.
    changed(then, signal) {
      addEventListener("storage", (e) => {
        if (e.key !== key(bot) || !e.newValue) return
        const before = own
        own = { ...own, ...recall(bot) }
        persistent = true
        then(before, own)
      }, { signal })
    },
  }
}

// fleeting is a memory that is never kept, for the owner's trial.
export function fleeting() {
  let own = {}
  const save = (change) => { own = { ...own, ...change } }
  return { get: () => own, save, written: save, forget: () => { own = {} }, queue() {}, changed() {} }
}
