// The address of the view with the generation it was made from; copied where the browser lets us, else selected.
function addressOf(parameters) {
  const target = new URL(window.location.href);
  for (const [name, value] of Object.entries(parameters)) target.searchParams.set(name, value);
  target.searchParams.delete("passport");
  return target.href;
}

async function copied(field) {
  try {
    await navigator.clipboard.writeText(field.value);
    return true;
  } catch {
    field.select();
    return document.execCommand("copy"); // where pages without a certificate may not use the clipboard
  }
}

export default function ({ data, parentElement }) {
  let box = parentElement.querySelector(".kp-share");
  if (!box) {
    box = parentElement.appendChild(document.createElement("div"));
    box.className = "kp-share";
    box.innerHTML = '<label><span></span><input type="text" readonly></label><button type="button"></button><p role="status"></p>';
  }
  const [label, field, button, said] = ["span", "input", "button", "p"].map((name) => box.querySelector(name));
  label.textContent = data.words.label;
  field.value = addressOf(data.parameters);
  field.onfocus = () => field.select();
  button.textContent = data.words.copy;
  said.textContent = "";
  button.onclick = async () => {
    field.value = addressOf(data.parameters);
    said.textContent = (await copied(field)) ? data.words.copied : data.words.select;
  };
}
