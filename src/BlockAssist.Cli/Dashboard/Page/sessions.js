// The last sessions, each with a picture of what stands, and how it came to stand.
import { picture } from "./api.js";
import { count, duration, empty, faults, h, meter, number, percent, when } from "./dom.js";

const moments = 8;
const ends = { complete: "it stands", stopped: "stopped", horizon: "out of time", noProgress: "no progress" };

function shot(id, alt, moment = moments) {
  const dark = document.documentElement.hasAttribute("data-dark") ? 1 : 0;
  const image = h("img", { class: "shot", alt, width: 260, height: 208 });
  picture(`sessions/${encodeURIComponent(id)}/picture?moment=${moment}&dark=${dark}`).then(address => { image.src = address; }, () => { image.alt = `${alt} (no picture)`; });
  return image;
}

const who = session => session.builders.map(builder => `${builder.name}${builder.role === "person" ? "" : ` (${builder.role === "scripted" ? "by a script" : builder.role})`}`).join(", ");

function facts(session) {
  const { help } = session;
  return h("dl", { class: "facts" },
    h("dt", null, "Built"), h("dd", null, percent(session.share, 1), session.end ? `, ${ends[session.end] ?? session.end}` : ", cut off or still going on"),
    h("dt", null, "By"), h("dd", null, who(session)),
    h("dt", null, "Recorded"), h("dd", null, when(session.recorded)),
    h("dt", null, "Took"), h("dd", null, `${duration(session.seconds)}, ${count(session.edits, "edit")}`),
    help && [h("dt", null, "The assistant"), h("dd", null,
      `${count(help.edits, "edit")}, ${percent(help.rightShare)} right, ${number(help.undone)} taken back; built ${percent(help.share)} of what stands`,
      help.infersGoal ? "" : "; it is a script that sees the blueprint",
      help.accepted + help.declined + help.rejected > 0 ? `; the player accepted ${help.accepted}, declined ${help.declined}, put back ${help.rejected}` : "")],
    h("dt", null, "Shared"), h("dd", null, session.isShared ? "a swarm may learn from it" : "no"),
    h("dt", null, "Watch it"), h("dd", null, h("code", null, `blockassist watch "${session.file}"`)),
    session.damage && [h("dt", null, "Damage"), h("dd", null, session.damage)]);
}

function open(session) {
  const dialog = document.getElementById("session");
  const holder = h("div", null, shot(session.id, `What stood at the end of ${session.goal}`));
  const label = h("output", { for: "moment" }, "the end");
  const slider = h("input", { id: "moment", type: "range", min: 1, max: moments, value: moments, "aria-label": "Moment of the session" });
  slider.addEventListener("input", () => {
    const moment = Number(slider.value);
    label.textContent = moment === moments ? "the end" : `after ${percent(moment / moments)} of it`;
    slider.setAttribute("aria-valuetext", label.textContent);
    holder.replaceChildren(shot(session.id, `What stood ${label.textContent} of ${session.goal}`, moment));
  });
  dialog.replaceChildren(
    h("h2", { id: "session-title" }, session.goal || "A session"),
    holder,
    h("label", { for: "moment", class: "small soft" }, "How it came to stand: ", label),
    slider,
    facts(session),
    h("p", { class: "row" }, h("button", { type: "button", onclick: () => dialog.close() }, "Close")));
  dialog.showModal();
}

const card = session => h("li", null,
  h("button", { type: "button", "data-key": session.id, onclick: () => open(session) },
    shot(session.id, ""),
    h("strong", null, session.goal || "A session"),
    meter(session.share, `${percent(session.share)} built`),
    h("span", { class: "small soft" }, `${percent(session.share)} built`, session.help ? `, ${percent(session.help.share)} of it by the assistant` : ", alone", h("br"), when(session.recorded))));

/** The gallery. */
export function sessions(page, { more }) {
  return page.total === 0
    ? [empty("There is no session yet. Build a house: `blockassist play`; or let a scripted player build: `blockassist play --headless`"), faults(page)]
    : [
      h("ul", { class: "gallery" }, page.sessions.map(card)),
      h("p", { class: "row small soft" }, `${page.sessions.length} of ${count(page.total, "session")}`, more && h("button", { type: "button", "data-key": "more-sessions", onclick: more }, "Show more")),
      faults(page),
    ];
}
