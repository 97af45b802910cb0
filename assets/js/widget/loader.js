// The bubble: one request of a few kilobytes on a shop's page, until the customer asks for more.
//
//   <script async src="https://chat.example/widget.js?bot=ID"></script>
//
// The server puts the bot's public look in place of __OKIENKO__: the JSON object that GET /w/v1/{bot}/config
// answers with. The panel is a second file, imported when it is first opened. Nothing is stored.
import { bubble } from "./bubble.js"

const source = document.currentScript?.src ?? location.href

function start() {
  if (window.Okienko) return // the line was pasted twice
  window.Okienko = bubble(config, {
    base: new URL("w/v1/" + config.bot, source).href,
    panel: new URL(config.panel, source).href,
  })
}

// Near the end, since the compressed form is made before the look is known: what follows is sent as it is.
const config = __OKIENKO__

if (document.body) start()
else addEventListener("DOMContentLoaded", start)
