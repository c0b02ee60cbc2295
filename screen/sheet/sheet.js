const OF_A_PAGE = ["passport", "project", "q", "sort", "page", "light", "columns", "measure"];

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

function cell(tag, numeric, [content, passport, tone, link, hint], act, label = "") {
  const node = document.createElement(tag);
  if (label) node.dataset.label = label;
  if (!content) node.classList.add("empty");
  if (numeric) node.classList.add("num");
  if (tone) node.classList.add(tone);
  if (hint) node.title = hint;
  if (!passport && !link) {
    node.textContent = content;
    return node;
  }
  const anchor = document.createElement("a");
  anchor.href = address(link ?? [null, [["passport", passport]]]);
  anchor.textContent = content;
  if (passport) anchor.dataset.passport = passport;
  anchor.onclick = (event) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey) return;
    event.preventDefault();
    act();
  };
  node.appendChild(anchor);
  return node;
}

export default function (component) {
  const { data, parentElement, setTriggerValue } = component;
  document.documentElement.lang = data.language;
  parentElement.querySelector(".kp-sheet")?.remove();
  const frame = document.createElement("div");
  frame.className = "kp-sheet";
  frame.tabIndex = 0;
  frame.setAttribute("role", "region");
  frame.setAttribute("aria-label", data.title);
  const table = document.createElement("table");
  table.createCaption().textContent = data.title;
  const head = table.createTHead().insertRow();
  data.columns.forEach((title, i) => {
    const node = cell("th", data.numeric[i], [title, "", "", null, ""]);
    node.scope = "col";
    head.appendChild(node);
  });
  const body = table.createTBody();
  data.rows.forEach((row, y) => {
    const line = body.insertRow();
    row.forEach((one, x) => {
      const act = () => (one[1] ? setTriggerValue("open", one[1]) : setTriggerValue("follow", [y, x]));
      line.appendChild(cell("td", data.numeric[x], one, act, x > 1 || data.numeric[x] ? data.columns[x] : ""));
    });
  });
  frame.appendChild(table);
  parentElement.appendChild(frame);
}
