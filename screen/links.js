// Links to other places of the dashboard; with `top`, whatever is shown anew begins at its top.
export default function (component) {
  const { data, parentElement, setTriggerValue } = component;
  parentElement.querySelector(".kp-links")?.remove();
  const bar = document.createElement("nav");
  bar.className = "kp-links";
  data.links.forEach(([label, place], i) => bar.appendChild(link(label, place, () => setTriggerValue("follow", i))));
  parentElement.appendChild(bar);
  if (data.top && parentElement.shown !== data.top) {
    parentElement.shown = data.top;
    document.querySelector('[data-testid="stMain"]')?.scrollTo(0, 0);
  }
}
