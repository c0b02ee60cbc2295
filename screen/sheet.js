export default function (component) {
  const { data, parentElement, setTriggerValue } = component;
  document.documentElement.lang = data.language;
  let listing = parentElement.querySelector(".kp-listing");
  if (!listing) {
    listing = document.createElement("section");
    listing.className = "kp-listing";
    parentElement.appendChild(listing);
  }
  keepFocus(listing, () => fill(listing, data, setTriggerValue));
}

function fill(listing, data, setTriggerValue) {
  const open = (name) => setTriggerValue("open", name);
  listing.replaceChildren();
  add(listing, "h2", "kp-heading", data.table.title);
  if (data.table.passage.length) listing.appendChild(passageOf(data.table.passage, open));
  if (data.note) add(listing, "p", "kp-note", data.note);
  if (data.table.rows.length) showRows(listing, data, open, (place) => setTriggerValue("follow", place));
  else add(listing, "p", "kp-note", data.words.nothing);
  if (data.passport) button(listing, "passport", data.words.passport, () => open(data.passport));
}

// On a narrow screen a long list shows its first rows until the reader asks for all of them.
function showRows(listing, data, open, follow) {
  const sheet = listing.appendChild(tableOf(data.table, open, follow));
  if (!data.foldedBehind || listing.dataset.unfolded) return;
  sheet.querySelectorAll("tbody tr").forEach((row, y) => row.classList.toggle("kp-folded", y >= data.foldedBehind));
  const more = button(listing, "more", data.words.all, () => {
    listing.dataset.unfolded = "yes";
    sheet.querySelectorAll(".kp-folded").forEach((row) => row.classList.remove("kp-folded"));
    more.remove();
    sheet.focus();
  });
}
