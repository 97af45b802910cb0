// The texts that scripts say come from the server, in the person's language.
let texts = {}

export function loadWords(json) {
  texts = json
}

// t fills {name} in the text of a key.
export function t(key, values = {}) {
  const text = texts[key] ?? key
  return text.replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole)
}
