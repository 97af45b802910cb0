// The hosted chat page: <main id="chat" data-base="/w/v1/{bot}" data-config="{…}">.
import { mount } from "./panel.js"

const place = document.getElementById("chat")
mount(place, { base: place.dataset.base, config: JSON.parse(place.dataset.config), mode: "page" }).open()
