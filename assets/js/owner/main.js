// The owner's pages: htmx and what every page needs. htmx reads its settings from
// <meta name="htmx-config">, which views/frame writes; here nothing runs before it.
import "htmx.org"
import "./autosave.js"
import "./markdown_toolbar.js"
import "./order.js"
import "./colors.js"
import "./menus.js"
