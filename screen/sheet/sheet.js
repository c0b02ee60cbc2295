function cell(tag, numeric, [content, passport, tone], open, label = "") {
  const node = document.createElement(tag);
  if (label) node.dataset.label = label;
  if (!content) node.classList.add("empty");
  if (numeric) node.classList.add("num");
  if (tone) node.classList.add(tone);
  if (!passport) {
    node.textContent = content;
    return node;
  }
  const link = document.createElement("a");
  const address = new URL(window.location.href);
  address.searchParams.set("passport", passport);
  link.href = address.href;
  link.textContent = content;
  link.dataset.passport = passport;
  link.onclick = (event) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey) return;
    event.preventDefault();
    open(passport);
  };
  node.appendChild(link);
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
  const open = (name) => setTriggerValue("open", name);
  const head = table.createTHead().insertRow();
  data.columns.forEach((title, i) => {
    const node = cell("th", data.numeric[i], [title, "", ""], open);
    node.scope = "col";
    head.appendChild(node);
  });
  const body = table.createTBody();
  for (const row of data.rows) {
    const line = body.insertRow();
    row.forEach((one, i) => line.appendChild(cell("td", data.numeric[i], one, open, i > 1 || data.numeric[i] ? data.columns[i] : "")));
  }
  frame.appendChild(table);
  parentElement.appendChild(frame);
}
