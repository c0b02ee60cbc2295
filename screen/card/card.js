// The empty topology keeps maps with their own shapes from asking an outside address for a world map.
const TOPOLOGY = "data:application/json," + encodeURIComponent('{"type":"Topology","objects":{},"arcs":[]}') + "#";

function library(address) {
  if (!window.keyProjectsPlotly) {
    window.keyProjectsPlotly = new Promise((resolve, reject) => {
      const script = document.createElement("script");
      script.src = address;
      script.onload = () => resolve(window.Plotly);
      script.onerror = () => {
        window.keyProjectsPlotly = null;
        reject(new Error(`${address} could not be loaded`));
      };
      document.head.appendChild(script);
    });
  }
  return window.keyProjectsPlotly;
}

function isDark(colour) {
  const canvas = document.createElement("canvas").getContext("2d");
  canvas.fillStyle = colour || "#ffffff";
  canvas.fillRect(0, 0, 1, 1);
  const [red, green, blue] = canvas.getImageData(0, 0, 1, 1).data;
  return 0.299 * red + 0.587 * green + 0.114 * blue < 128;
}

function inTheme(json, dark, box) {
  const style = getComputedStyle(box);
  const background = style.getPropertyValue("--st-background-color").trim();
  let text = json;
  if (isDark(background)) for (const [light, other] of Object.entries(dark)) text = text.replaceAll(light, other);
  const figure = JSON.parse(text);
  const colour = style.getPropertyValue("--st-text-color").trim() || "#1a1c1f";
  figure.layout.font = { ...figure.layout.font, color: colour };
  const grid = isDark(background) ? "rgba(255,255,255,.14)" : "rgba(0,0,0,.10)";
  for (const name of Object.keys(figure.layout)) {
    if (/^[xy]axis/.test(name)) figure.layout[name].gridcolor = grid;
  }
  return figure;
}

function enlarged(figure, scale) {
  if (scale === 1) return;
  const grow = (font) => font?.size && (font.size = Math.round(font.size * scale));
  grow(figure.layout.font);
  (figure.layout.annotations ?? []).forEach((note) => grow(note.font));
  figure.data.forEach((trace) => grow(trace.textfont));
}

// A map keeps its shape: on a narrow screen it takes less height instead of leaving it empty.
const heightOf = (data, box) =>
  data.isMap ? Math.min(data.height * scaleOf(), 0.95 * (box.clientWidth || Infinity)) : data.height * scaleOf();
const styledHeight = (data, box) => (data.isMap ? `${heightOf(data, box)}px` : `${data.height / 16}rem`);
const scaleOf = () => parseFloat(getComputedStyle(document.documentElement).fontSize) / 16;

// Plotly draws maps piece by piece: one that is fitted anew before it is drawn keeps the size of the first drawing.
function inTurn(box, act) {
  box.last = (box.last ?? Promise.resolve()).catch(() => {}).then(act);
  return box.last;
}

async function draw(box, data, marked) {
  const mine = (box.turn = (box.turn ?? 0) + 1);
  const Plotly = await library(data.script);
  if (mine !== box.turn || !box.isConnected) return; // a later run has newer data
  const figure = inTheme(data.figure, data.dark, box);
  Object.assign(box, { scale: scaleOf(), marked });
  enlarged(figure, box.scale);
  const config = { displayModeBar: false, responsive: false, topojsonURL: TOPOLOGY, doubleClick: false };
  if (data.locale) Object.assign(config, { locale: "zh-CN", locales: { "zh-CN": data.locale } });
  figure.layout.height = heightOf(data, box);
  figure.layout.width = box.clientWidth || undefined;
  await inTurn(box, () => Plotly.react(box, figure.data, figure.layout, config));
  box.classList.remove("loading");
  box.removeAllListeners?.("plotly_click");
  if (data.clickable) {
    box.on("plotly_click", (event) => {
      const code = event.points.map((point) => point.customdata).find((one) => one !== undefined && one !== null);
      marked(code ?? null);
    });
  }
  box.dataset.drawn = String(Number(box.dataset.drawn ?? 0) + 1);
}

// Larger type, such as the wall's, may come after the first drawing, and so may the card's full width.
function refit(box) {
  if (!box.data || !box.clientWidth) return;
  const isWider = Math.abs((box.layout?.width ?? 0) - box.clientWidth) > 1;
  const isScaled = box.scale !== scaleOf();
  if (isWider || isScaled) box.style.height = styledHeight(box.card, box);
  if (isScaled) draw(box, box.card, box.marked);
  else if (isWider) inTurn(box, () => window.Plotly.relayout(box, { width: box.clientWidth, height: heightOf(box.card, box) }));
}

function newBox() {
  const box = document.createElement("div");
  box.className = "kp-plot loading";
  box.setAttribute("role", "img");
  box.watcher = new ResizeObserver(() => refit(box));
  box.watcher.observe(box);
  return box;
}

function head(card, data, setTriggerValue) {
  const top = document.createElement("header");
  add(top, "h2", "kp-finding", data.title);
  add(top, "p", "kp-subtitle", data.subtitle);
  data.notes.forEach((note) => add(top, "p", "kp-note kp-aside", note));
  if (data.measures.length) {
    const choice = add(top, "div", "kp-measures", "");
    choice.setAttribute("role", "group");
    for (const [code, label] of data.measures) {
      const one = button(choice, "measure", label, () => setTriggerValue("measure", code));
      one.setAttribute("aria-pressed", String(code === data.measure));
    }
  }
  return top;
}

function foot(card, data, setTriggerValue) {
  const bar = document.createElement("footer");
  const other = card.showsTable ? data.words.chart : data.words.table;
  button(bar, "table", other, () => {
    card.showsTable = !card.showsTable;
    fill(card, data, setTriggerValue);
    card.querySelector(".kp-table").focus();
  });
  button(bar, "picture", data.words.picture, () =>
    window.Plotly.downloadImage(card.box, { format: "png", scale: 2, filename: data.name }));
  button(bar, "passport", data.words.passport, () => setTriggerValue("open", data.name));
  return bar;
}

function fill(card, data, setTriggerValue) {
  const open = (name) => setTriggerValue("open", name);
  const follow = (place) => setTriggerValue("follow", place);
  card.box.card = data;
  card.box.style.height = styledHeight(data, card.box);
  card.box.hidden = card.showsTable;
  card.box.classList.toggle("clickable", data.clickable);
  card.box.setAttribute("aria-label", data.alt);
  [...card.children].filter((child) => child !== card.box).forEach((child) => child.remove());
  card.prepend(head(card, data, setTriggerValue));
  if (card.showsTable && data.table.rows.length) card.append(tableOf(data.table, open, follow));
  else if (card.showsTable) add(card, "p", "kp-note", data.words.nothing);
  card.append(foot(card, data, setTriggerValue));
}

export default function (component) {
  const { data, parentElement, setTriggerValue } = component;
  let card = parentElement.querySelector(".kp-card");
  if (!card) {
    card = document.createElement("section");
    card.className = "kp-card";
    card.box = card.appendChild(newBox());
    card.showsTable = false;
    parentElement.appendChild(card);
  }
  keepFocus(card, () => fill(card, data, setTriggerValue));
  if (card.box.shown !== data.figure) {
    card.box.shown = data.figure;
    draw(card.box, data, (code) => setTriggerValue("marked", code));
  }
}
