// The bubble's few words. The panel's are in words.js.
const plural = new Intl.PluralRules("pl")

const all = {
  pl: {
    ask: "Zapytaj",
    chat: "czat ze sklepem",
    close: "Zamknij czat",
    hide: "Ukryj",
    failed: "Czat się nie wczytał. Spróbuj jeszcze raz za chwilę.",
    unread: (n) => n + ({ one: " nowa wiadomość", few: " nowe wiadomości" }[plural.select(n)] ?? " nowych wiadomości"),
  },
  en: {
    ask: "Ask us",
    chat: "chat with the shop",
    close: "Close chat",
    hide: "Hide",
    failed: "The chat did not load. Try again in a moment.",
    unread: (n) => (n === 1 ? "1 new message" : n + " new messages"),
  },
}

export const words = (language) => all[language] ?? all.pl
