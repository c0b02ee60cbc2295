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

async function draw(box, data, clicked) {
  const mine = (box.turn = (box.turn ?? 0) + 1);
  const Plotly = await library(data.script);
  if (mine !== box.turn || !box.isConnected) return; // a later run has newer data
  const figure = inTheme(data.figure, data.dark, box);
  const config = { displayModeBar: false, responsive: false, topojsonURL: TOPOLOGY, doubleClick: false };
  if (data.locale) Object.assign(config, { locale: "zh-CN", locales: { "zh-CN": data.locale } });
  figure.layout.height = data.height;
  figure.layout.width = box.clientWidth || undefined;
  await Plotly.react(box, figure.data, figure.layout, config);
  box.removeAllListeners?.("plotly_click");
  if (data.clickable) box.on("plotly_click", (event) => clicked(event.points[0].customdata ?? null));
  box.dataset.drawn = String(Number(box.dataset.drawn ?? 0) + 1);
}

export default function (component) {
  const { data, parentElement, setTriggerValue } = component;
  let box = parentElement.querySelector(".kp-plot");
  if (!box) {
    box = document.createElement("div");
    box.className = "kp-plot";
    box.setAttribute("role", "img");
    parentElement.appendChild(box);
    box.watcher = new ResizeObserver(() => {
      if (box.data && window.Plotly && Math.abs((box.layout?.width ?? 0) - box.clientWidth) > 1 && box.clientWidth) {
        window.Plotly.relayout(box, { width: box.clientWidth });
      }
    });
    box.watcher.observe(box);
  }
  box.style.height = `${data.height}px`;
  box.classList.toggle("clickable", data.clickable);
  box.setAttribute("aria-label", data.alt);
  if (box.shown !== data.figure) {
    box.shown = data.figure;
    draw(box, data, (value) => setTriggerValue("clicked", value));
  }
}
