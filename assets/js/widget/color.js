// Colour arithmetic of WCAG 2: the owner picks any colour, the customer can always read.

// DEFAULT is Bałtyk, for bots without a colour of their own.
export const DEFAULT = "#00607f"

const WHITE = "#ffffff"
const INK = "#17202b"

// textOn is white, ink or black: the first that reaches 4.5:1 on the colour. Black does where white does not.
export function textOn(color) {
  return [WHITE, INK].find((text) => contrast(text, color) >= 4.5) ?? "#000000"
}

// readable moves a colour towards black or white until it reaches 4.5:1 on the background, and a
// little more for the rounding.
export function readable(color, background) {
  const goal = luminance(parse(background)) > 0.18 ? 0 : 255
  let rgb = parse(color)
  for (let i = 0; i < 20 && ratio(luminance(rgb), luminance(parse(background))) < 4.6; i++) {
    rgb = rgb.map((c) => c + (goal - c) * 0.12)
  }
  return "#" + rgb.map((c) => Math.round(c).toString(16).padStart(2, "0")).join("")
}

export function contrast(a, b) {
  return ratio(luminance(parse(a)), luminance(parse(b)))
}

function ratio(a, b) {
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05)
}

function luminance(rgb) {
  const [r, g, b] = rgb.map((c) => (c / 255 <= 0.04045 ? c / 255 / 12.92 : ((c / 255 + 0.055) / 1.055) ** 2.4))
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

// parse reads #rgb and #rrggbb; anything else is the default.
function parse(color) {
  const hex = /^#([0-9a-f]{3}|[0-9a-f]{6})$/i.exec(color)?.[1] ?? DEFAULT.slice(1)
  const full = hex.length === 3 ? hex.replace(/./g, "$&$&") : hex
  return [0, 2, 4].map((i) => parseInt(full.slice(i, i + 2), 16))
}
