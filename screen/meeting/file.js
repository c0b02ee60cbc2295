// An agenda from a file: read in the browser and handed over as text, so that no server has to take uploads.
const LARGEST = 100_000;

export default function ({ data, parentElement, setTriggerValue }) {
  let label = parentElement.querySelector(".kp-file");
  if (!label) {
    label = parentElement.appendChild(document.createElement("label"));
    label.className = "kp-file";
    label.appendChild(document.createElement("span"));
    const input = label.appendChild(document.createElement("input"));
    input.type = "file";
    input.accept = ".json,application/json";
  }
  label.firstChild.textContent = data.label;
  const input = label.lastChild;
  input.onchange = async () => {
    const [file] = input.files;
    if (file) setTriggerValue("content", file.size > LARGEST ? "too large" : await file.text());
    input.value = "";
  };
}
