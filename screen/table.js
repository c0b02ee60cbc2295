// A finished table as a real HTML table. Put before a component's own script, which uses `tableOf`;
// `OF_A_PAGE` is set before it.

const UNBROKEN = 4; // so short a text, such as the name of a county, stays on one line

function address([path, changes]) {
  const target = new URL(window.location.href);
  if (path !== null) {
    const root = target.pathname.replace(/[^/]*$/, "");
    target.pathname = root + path;
    OF_A_PAGE.forEach((name) => target.searchParams.delete(name));
  }
  for (const [name, ...values] of changes) {
    target.searchParams.delete(name);
    values.forEach((value) => target.searchParams.append(name, value));
  }
  return target.href;
}

function link(content, place, act) {
  const anchor = document.createElement("a");
  anchor.href = address(place);
  anchor.textContent = content;
  anchor.onclick = (event) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey) return;
    event.preventDefault();
    act();
  };
  return anchor;
}

function cell(tag, numeric, [content, passport, tone, place, hint], act, label = "") {
  const node = document.createElement(tag);
  if (label) node.dataset.label = label;
  if (!content) node.classList.add("empty");
  if (content.length <= UNBROKEN) node.classList.add("whole");
  if (numeric) node.classList.add("num");
  if (tone) node.classList.add(tone);
  if (hint) node.title = hint;
  if (!passport && !place) {
    node.textContent = content;
    return node;
  }
  const anchor = link(content, place ?? [null, [["passport", passport]]], act);
  if (passport) anchor.dataset.passport = passport;
  node.appendChild(anchor);
  return node;
}

function headOf(title, i, data, follow) {
  const place = data.heads[i] ?? null;
  const node = cell("th", data.numeric[i], [title, "", "", place, ""], () => follow([-1, i]));
  node.scope = "col";
  if (data.sorted && data.sorted[0] === i) node.setAttribute("aria-sort", data.sorted[1] ? "descending" : "ascending");
  return node;
}

// `open(passport)` and `follow([row, column])` are called by clicks; row -1 is the head.
function tableOf(data, open, follow) {
  const frame = document.createElement("div");
  frame.className = "kp-sheet";
  frame.tabIndex = 0;
  frame.setAttribute("role", "region");
  frame.setAttribute("aria-label", data.title);
  const table = document.createElement("table");
  table.createCaption().textContent = data.title;
  const head = table.createTHead().insertRow();
  data.columns.forEach((title, i) => head.appendChild(headOf(title, i, data, follow)));
  const body = table.createTBody();
  data.rows.forEach((row, y) => {
    const line = body.insertRow();
    row.forEach((one, x) => {
      const act = () => (one[1] ? open(one[1]) : follow([y, x]));
      line.appendChild(cell("td", data.numeric[x], one, act, x > 1 || data.numeric[x] ? data.columns[x] : ""));
    });
  });
  frame.appendChild(table);
  return frame;
}

// A passage with its figures marked: by a shape, a word and a colour, each leading to its passport.
function passageOf(marks, open) {
  const passage = document.createElement("p");
  passage.className = "kp-passage";
  marks.forEach(([content, tone, verdict, passport]) => {
    if (!tone) return passage.append(content);
    const mark = add(passage, "mark", tone, "");
    if (passport) mark.appendChild(link(content, [null, [["passport", passport]]], () => open(passport)));
    else mark.textContent = content;
    add(mark, "small", "", verdict);
  });
  return passage;
}

function add(parent, tag, className, content) {
  const node = document.createElement(tag);
  node.className = className;
  node.textContent = content;
  parent.appendChild(node);
  return node;
}

function button(parent, name, content, act) {
  const node = add(parent, "button", `kp-button kp-${name}`, content);
  node.type = "button";
  node.onclick = act;
  return node;
}

// Draws a part of the page again and leaves the focus on what looks like the element that had it. Where a row's
// link is gone the table itself takes the focus, so that Enter never follows another row's.
function keepFocus(root, rebuild) {
  const focused = root.contains(document.activeElement) ? document.activeElement : null;
  const alike = (one) => [...root.querySelectorAll(one.tagName)].filter((other) => other.className === one.className);
  const place = focused ? alike(focused).indexOf(focused) : -1;
  const inRow = focused?.closest("tbody");
  rebuild();
  if (!focused || root.contains(document.activeElement)) return;
  const now = alike(focused);
  const same = now.find((one) => one.textContent === focused.textContent);
  (same ?? (inRow ? root.querySelector(".kp-sheet") : now[place]) ?? now[0])?.focus();
}
