// Presenting by keyboard: next, previous, jump, blank, leave; the clock and the place. With mode "start", the button
// that begins it: only a click may ask the browser for the full screen.
const TYPING = "input:not([type=radio]), textarea, select, [contenteditable=true], [role=dialog], [role=listbox], [role=combobox]";
const ON_BUTTON = "button, a[href], [role=button], summary";

function part(parent, tag, name, content = "") {
  const node = parent.querySelector(`.${name}`) ?? parent.appendChild(document.createElement(tag));
  node.className = name;
  if (content) node.textContent = content;
  return node;
}

function fullScreen() {
  if (document.fullscreenElement) document.exitFullscreen?.();
  else document.documentElement.requestFullscreen?.().catch(() => {});
}

function blank(on) {
  const cover = document.querySelector(".kp-blank");
  if (cover) cover.remove();
  else if (on) {
    const black = document.body.appendChild(document.createElement("div"));
    black.className = "kp-blank";
    black.onclick = () => black.remove();
  }
}

function tick(clock) {
  const now = new Date();
  clock.textContent = `${String(now.getHours()).padStart(2, "0")}:${String(now.getMinutes()).padStart(2, "0")}`;
}

function pressed(event, data, state, go) {
  if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
  if (document.querySelector("[role=dialog]") || event.target.closest?.(TYPING)) return;
  const { item, count } = data;
  const steps = {
    ArrowRight: item + 1, PageDown: item + 1, " ": item + 1, ArrowLeft: item - 1, PageUp: item - 1, Home: 1, End: count,
  };
  if (document.querySelector(".kp-blank")) {
    blank(false);
  } else if (event.key in steps) {
    if (event.key === " " && event.target.closest?.(ON_BUTTON)) return;
    const to = event.shiftKey && event.key === " " ? item - 1 : steps[event.key];
    if (to >= 1 && to <= count && to !== item) go(to);
  } else if (/^[0-9]$/.test(event.key)) {
    state.typed = (state.typed + event.key).slice(-2);
    state.show();
  } else if (event.key === "Enter" && state.typed) {
    const to = Number(state.typed);
    state.typed = "";
    state.show();
    if (to >= 1 && to <= count && to !== item) go(to);
  } else if (event.key === "b" || event.key === "B" || event.key === ".") blank(true);
  else if (event.key === "f" || event.key === "F") fullScreen();
  else if (event.key === "Escape") {
    if (state.typed) state.typed = "";
    else go(0);
    state.show();
  } else return;
  event.preventDefault();
  event.stopPropagation();
}

function stage(bar, data, go) {
  const place = part(bar, "strong", "kp-place");
  part(bar, "span", "kp-on", data.titles[data.item - 1]);
  const clock = part(bar, "time", "kp-clock");
  tick(clock);
  part(bar, "span", "kp-keys", data.words.keys);
  const state = { typed: "" };
  state.show = () => {
    place.textContent = state.typed ? `${state.typed} ↵` : `${data.item} / ${data.count}`;
  };
  state.show();
  for (const [name, to] of [["previous", data.item - 1], ["next", data.item + 1], ["leave", 0]]) {
    const button = part(bar, "button", `kp-step-${name}`, data.words[name]);
    button.type = "button";
    button.disabled = name !== "leave" && (to < 1 || to > data.count);
    button.onclick = () => go(to);
  }
  const gone = new AbortController();
  window.keyProjectsStage = gone;
  const timer = setInterval(() => (clock.isConnected ? tick(clock) : gone.abort()), 1000);
  gone.signal.addEventListener("abort", () => clearInterval(timer));
  window.addEventListener("keydown", (event) => {
    if (bar.isConnected) pressed(event, data, state, go);
    else gone.abort();
  }, { capture: true, signal: gone.signal });
  if (bar.shown !== data.item) {
    bar.shown = data.item;
    document.querySelector('[data-testid="stMain"]')?.scrollTo(0, 0);
  }
}

export default function (component) {
  const { data, parentElement, setTriggerValue } = component;
  window.keyProjectsStage?.abort();
  const go = (item) => setTriggerValue("go", item);
  if (data.mode === "start") {
    const button = part(parentElement, "button", "kp-present", `▶ ${data.words.start}`);
    button.type = "button";
    button.onclick = () => {
      if (!document.fullscreenElement) fullScreen();
      go(1);
    };
    return;
  }
  const bar = part(parentElement, "nav", "kp-stage");
  bar.setAttribute("aria-label", data.words.bar);
  stage(bar, data, go);
}
