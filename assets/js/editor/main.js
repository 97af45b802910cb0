// The flow editor. The server rendered the page; here it comes alive.
import "./trial.js"
import { Clipboard } from "./clipboard.js"
import { EdgeTools } from "./edge_tools.js"
import { Editor } from "./editor.js"
import { Gestures } from "./gestures/index.js"
import { Inspector } from "./inspector.js"
import { Issues } from "./issues.js"
import { Keys } from "./keys.js"
import { Menu } from "./menu.js"
import { Minimap } from "./minimap.js"
import { Outline } from "./outline.js"
import { Palette } from "./palette.js"
import { SelectionBar } from "./selection_bar.js"
import { Status } from "./status.js"
import { Switch } from "./switch.js"
import { tidy } from "./commands.js"
import { nextFrame } from "./frame.js"
import { listenForPresses } from "./press.js"
import { listenForVisits } from "./visits.js"
import { listenToTools } from "./tools.js"
import { loadWords } from "./words.js"

const read = (id) => JSON.parse(document.getElementById(id).textContent)

function start(root) {
  loadWords(read("editor-words"))
  const kinds = new Map(read("editor-kinds").map((kind) => [kind.type, kind]))
  const editor = new Editor(root, read("editor-flow"))
  const gestures = new Gestures(editor)
  new Status(editor)
  new Keys(editor)
  new Clipboard(editor)
  new Palette(editor, gestures, kinds)
  new Menu(editor, kinds)
  new EdgeTools(editor)
  new Minimap(editor, kinds)
  const outline = new Outline(editor, kinds)
  new Switch(editor, outline)
  new SelectionBar(editor)
  const inspector = new Inspector(editor)
  const issues = new Issues(editor)
  listenToTools(editor, inspector, kinds, outline)
  listenForPresses(editor)
  listenForVisits(editor)
  editor.selection.rove(editor.model.start || ([...editor.model.nodes.keys()][0] ?? ""))
  issues.follow()
  if ([...editor.model.nodes.values()].filter((node) => !node._canvas).length > 1) tidy(editor)
  nextFrame("ready", () => { root.dataset.ready = "yes"; })
}

const root = document.getElementById("editor")
if (root) start(root)
