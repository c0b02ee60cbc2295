// The text of the briefing; copied where the browser lets us, else selected.
async function copied(text, field) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    field.hidden = false;
    field.value = text;
    field.focus();
    field.select();
    const done = document.execCommand("copy"); // where pages without a certificate may not use the clipboard
    field.hidden = done;
    return done;
  }
}

export default function ({ data, parentElement, setTriggerValue }) {
  let text = parentElement.querySelector(".kp-briefing");
  if (!text) {
    text = parentElement.appendChild(document.createElement("section"));
    text.className = "kp-briefing";
  }
  keepFocus(text, () => fill(text, data, (name) => setTriggerValue("open", name)));
}

function fill(text, data, open) {
  text.replaceChildren();
  data.paragraphs.forEach((marks) => {
    const paragraph = add(text, "p", "", "");
    marks.forEach(([content, passport]) => {
      if (!passport) paragraph.append(content);
      else paragraph.appendChild(link(content, [null, [["passport", passport]]], () => open(passport)));
    });
  });
  const whole = [data.title, ...data.paragraphs.map((marks) => marks.map(([content]) => content).join(""))].join("\n");
  const copy = button(text, "copy", data.words.copy, async () => {
    said.textContent = (await copied(whole, field)) ? data.words.copied : data.words.select;
    if (field.hidden) copy.focus();
  });
  const field = add(text, "textarea", "", "");
  field.readOnly = field.hidden = true;
  field.rows = 6;
  field.setAttribute("aria-label", data.title);
  const said = add(text, "span", "kp-said", "");
  said.setAttribute("role", "status");
}
