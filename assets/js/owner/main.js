// The owner's pages: htmx and what every page needs. htmx reads its settings from
// <meta name="htmx-config">, which views/frame writes; here nothing runs before it.
import "htmx.org"
import "./autosave.js"
import "./colors.js"
import "./conversations.js"
import "./copy.js"
import "./markdown_toolbar.js"
import "./menus.js"
import "./narrow.js"
import "./order.js"
import "./slider.js"
