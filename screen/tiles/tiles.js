const SVG = "http://www.w3.org/2000/svg";

function text(parent, tag, className, content) {
  const node = document.createElement(tag);
  if (className) node.className = className;
  node.textContent = content;
  parent.appendChild(node);
  return node;
}

function trend(values) {
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("class", "kp-trend");
  svg.setAttribute("viewBox", "0 0 72 28");
  svg.setAttribute("preserveAspectRatio", "none");
  svg.setAttribute("aria-hidden", "true");
  const known = values.filter((value) => value !== null);
  if (known.length < 2) return svg;
  const low = Math.min(...known), high = Math.max(...known);
  const x = (index) => 3 + (66 * index) / (values.length - 1);
  const y = (value) => (high === low ? 14 : 25 - (22 * (value - low)) / (high - low));
  const line = document.createElementNS(SVG, "polyline");
  line.setAttribute("fill", "none");
  line.setAttribute("stroke", "currentColor");
  line.setAttribute("stroke-width", "1.6");
  line.setAttribute("vector-effect", "non-scaling-stroke");
  line.setAttribute("points", values.flatMap((v, i) => (v === null ? [] : [`${x(i)},${y(v)}`])).join(" "));
  svg.appendChild(line);
  return svg;
}

function tile(data, open) {
  const link = document.createElement("a");
  link.className = "kp-tile";
  link.title = data.hint;
  link.dataset.kpi = data.name;
  const address = new URL(window.location.href);
  address.searchParams.set("passport", data.name);
  link.href = address.href;
  link.onclick = (event) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey) return;
    event.preventDefault();
    open(data.name);
  };
  text(link, "span", "kp-title", data.title);
  const value = text(link, "span", "kp-value", data.value);
  if (data.unit) text(value, "small", "", data.unit);
  if (data.late) text(value, "small", "kp-late", data.late);
  link.appendChild(trend(data.trend));
  text(link, "span", "kp-base", [data.base, data.note].filter(Boolean).join(" · ") || "\u00a0");
  const change = text(link, "span", "kp-change", "");
  if (data.change) {
    text(change, "b", "", data.change);
    text(change, "i", "", ` ${data.compared}`).style.fontStyle = "normal";
  }
  return link;
}

export default function (component) {
  const { data, parentElement, setTriggerValue } = component;
  document.documentElement.lang = data.language;
  let grid = parentElement.querySelector(".kp-tiles");
  if (!grid) {
    grid = document.createElement("div");
    grid.className = "kp-tiles";
    parentElement.appendChild(grid);
  }
  const focused = grid.contains(document.activeElement) ? document.activeElement.dataset.kpi : null;
  grid.replaceChildren(...data.tiles.map((one) => tile(one, (name) => setTriggerValue("open", name))));
  if (focused) grid.querySelector(`[data-kpi="${CSS.escape(focused)}"]`)?.focus();
}
