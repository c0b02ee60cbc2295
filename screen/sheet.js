export default function (component) {
  const { data, parentElement, setTriggerValue } = component;
  document.documentElement.lang = data.language;
  parentElement.querySelector(".kp-listing")?.remove();
  const listing = document.createElement("section");
  listing.className = "kp-listing";
  add(listing, "h2", "kp-heading", data.table.title);
  if (data.note) add(listing, "p", "kp-note", data.note);
  if (data.table.rows.length) {
    const open = (name) => setTriggerValue("open", name);
    listing.appendChild(tableOf(data.table, open, (place) => setTriggerValue("follow", place)));
  } else {
    add(listing, "p", "kp-note", data.words.nothing);
  }
  if (data.passport) button(listing, "passport", data.words.passport, () => setTriggerValue("open", data.passport));
  parentElement.appendChild(listing);
}
