"use strict";
(() => {
  // The empty topology keeps maps with their own shapes from asking an outside address for a world map.
  const TOPOLOGY = "data:application/json," + encodeURIComponent('{"type":"Topology","objects":{},"arcs":[]}') + "#";
  const PAPER = { wide: 1005, half: 483, tallest: 540, usual: 258 }; // what an A4 page across has room for, in px
  const INK = { false: ["#1a1f26", "rgba(0,0,0,.10)"], true: ["#e8edf3", "rgba(255,255,255,.14)"] };
  const settings = JSON.parse(document.getElementById("settings").textContent);
  const config = { displayModeBar: false, responsive: false, topojsonURL: TOPOLOGY, doubleClick: false };
  if (settings.locale) Object.assign(config, { locale: "zh-CN", locales: { "zh-CN": settings.locale } });
  const inTheDark = matchMedia("(prefers-color-scheme: dark)");
  const boxes = [...document.querySelectorAll(".plot")];
  let onPaper = false;

  function figureOf(box, dark) {
    let text = document.getElementById(box.dataset.figure).textContent;
    if (dark) for (const [light, other] of Object.entries(settings.dark)) text = text.replaceAll(light, other);
    const figure = JSON.parse(text);
    const [ink, grid] = INK[dark];
    figure.layout.font = { ...figure.layout.font, color: ink };
    for (const name of Object.keys(figure.layout)) if (/^[xy]axis/.test(name)) figure.layout[name].gridcolor = grid;
    return figure;
  }

  // A map keeps its shape: on a narrow screen it takes less height instead of leaving it empty.
  function heightOf(box, width) {
    const height = Number(box.dataset.height);
    return "map" in box.dataset ? Math.min(height, 0.95 * width) : height;
  }

  function draw(box, width, dark, height = heightOf(box, width)) {
    const figure = figureOf(box, dark);
    Object.assign(figure.layout, { width, height });
    box.style.height = `${figure.layout.height}px`;
    return window.Plotly.react(box, figure.data, figure.layout, config).then(() => {
      box.dataset.drawn = "yes";
    });
  }

  const onScreen = (box) => draw(box, box.clientWidth, inTheDark.matches);

  // A chart that is taller than a page is drawn in slices, cut where its own grid has a line between two rows.
  function cutsOf(layout, tallest) {
    const cuts = [0];
    const places = (layout.yaxis.tickvals ?? []).map((y) => -y).sort((one, other) => one - other);
    const end = layout.height;
    places.forEach((y, i) => {
      const next = places[i + 1] ?? end;
      if (next - cuts[cuts.length - 1] > tallest) cuts.push(y);
    });
    return [...cuts, end];
  }

  function within(trace, low, high) {
    if (!trace.text || !Array.isArray(trace.text)) return trace;
    const kept = trace.text.map((_, i) => i).filter((i) => trace.y[i] > low && trace.y[i] <= high);
    const pick = (values) => (Array.isArray(values) ? kept.map((i) => values[i]) : values);
    return { ...trace, x: pick(trace.x), y: pick(trace.y), text: pick(trace.text), hovertext: undefined };
  }

  function sliced(box) {
    const whole = figureOf(box, false);
    const cuts = cutsOf(whole.layout, PAPER.tallest);
    box.classList.add("cut");
    box.closest(".card").classList.add("tall");
    cuts.slice(1).forEach((end, i) => {
      const figure = figureOf(box, false);
      figure.layout.yaxis.range = [-end, -cuts[i]];
      Object.assign(figure.layout, { width: PAPER.wide, height: end - cuts[i] });
      const part = document.createElement("div");
      part.className = "kp-strip";
      box.before(part);
      window.Plotly.newPlot(part, figure.data.map((trace) => within(trace, -end, -cuts[i])), figure.layout, config);
    });
  }

  function toPaper() {
    if (onPaper) return;
    onPaper = true;
    for (const box of boxes) {
      const width = "wide" in box.dataset ? PAPER.wide : PAPER.half;
      if (Number(box.dataset.height) > PAPER.tallest + 40) sliced(box);
      else draw(box, width, false, "usual" in box.dataset ? PAPER.usual : heightOf(box, width));
    }
    document.querySelectorAll("th button").forEach((button) => button.replaceWith(button.textContent));
  }

  function toScreen() {
    onPaper = false;
    makeSortable();
    document.querySelectorAll(".kp-strip").forEach((part) => part.remove());
    boxes.forEach((box) => {
      box.classList.remove("cut");
      box.closest(".card").classList.remove("tall");
      onScreen(box);
    });
  }

  // Sorting: numbers by their value, texts as the language orders them; what is empty comes last, a sum stays last.
  const collator = new Intl.Collator(settings.language, { numeric: true });

  function valueOf(cell) {
    const text = cell.dataset.value ?? cell.textContent.trim();
    if (!cell.classList.contains("num")) return text || null;
    if (text === "=") return 0;
    const found = text.split("=").pop().replaceAll(",", "").match(/[-+]?\d+(\.\d+)?/);
    return found ? (text.startsWith("↓") ? -1 : 1) * Number(found[0]) : null;
  }

  function order(one, other, falling) {
    if (one === null || other === null) return (one === null) - (other === null);
    const by = typeof one === "number" ? one - other : collator.compare(one, other);
    return falling ? -by : by;
  }

  function sortBy(head, place) {
    const body = head.closest("table").tBodies[0];
    const falling = head.getAttribute("aria-sort")
      ? head.getAttribute("aria-sort") === "ascending" : head.classList.contains("num");
    [...head.parentElement.cells].forEach((other) => other.removeAttribute("aria-sort"));
    head.setAttribute("aria-sort", falling ? "descending" : "ascending");
    const lines = [...body.rows].filter((row) => !row.classList.contains("sum"));
    const keyed = lines.map((row) => [valueOf(row.cells[place]), row]);
    keyed.sort(([one], [other]) => order(one, other, falling));
    body.prepend(...keyed.map(([, row]) => row));
  }

  // On paper the heads are plain: what is a button stands on the first page of its table alone.
  function makeSortable() {
    for (const table of document.querySelectorAll("table")) {
      if (table.tBodies[0].rows.length < 2) continue;
      [...table.tHead.rows[0].cells].forEach((head, place) => {
        const button = document.createElement("button");
        button.type = "button";
        button.textContent = head.textContent;
        button.onclick = () => sortBy(head, place);
        head.replaceChildren(button);
      });
    }
  }

  async function drawAll() {
    for (const box of boxes) {
      if (!onPaper) await onScreen(box);
      await new Promise((resolve) => setTimeout(resolve));
    }
    document.documentElement.dataset.drawn = "all";
    const watcher = new ResizeObserver((entries) => entries.forEach(({ target: box }) => {
      const width = box.clientWidth;
      if (onPaper || !width || Math.abs((box.layout?.width ?? 0) - width) <= 1) return;
      box.style.height = `${heightOf(box, width)}px`;
      window.Plotly.relayout(box, { width, height: heightOf(box, width) });
    }));
    boxes.forEach((box) => watcher.observe(box));
  }

  addEventListener("beforeprint", toPaper);
  addEventListener("afterprint", toScreen);
  inTheDark.addEventListener("change", () => onPaper || boxes.forEach(onScreen));
  makeSortable();
  drawAll();
})();
