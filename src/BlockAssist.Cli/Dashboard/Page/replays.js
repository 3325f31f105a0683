// Segments that were trained again, as it happens.
import { duration, empty, faults, h, number, when } from "./dom.js";

const outcomes = { Same: ["tag good", "matches"], Different: ["tag bad", "does not match"], Undecided: ["tag", "cannot be told"] };
const name = (text, isOwn) => isOwn ? h("strong", null, `${text} (this node)`) : text;
const time = seconds => seconds < 10 ? `${number(seconds, 1)} s` : duration(seconds);
const isToday = text => new Date(text).toDateString() === new Date().toDateString();

const took = replay => replay.seconds !== null ? `, took ${time(replay.seconds)}` : replay.answeredAfter !== null ? `, answered within ${time(replay.answeredAfter)}` : "";

function line(replay) {
  const [kind, text] = outcomes[replay.outcome] ?? ["tag", replay.outcome];
  return h("li", null,
    h("span", { class: kind }, text), ` segment ${replay.segment} of `, name(replay.trainer, replay.isOwnWork), ", trained again by ", name(replay.verifier, replay.isOwnReplay),
    h("span", { class: "small soft" }, when(replay.at, isToday(replay.at)), `, round ${replay.round}${took(replay)}`, replay.reason ? `: ${replay.reason}` : null));
}

/** Who trained what of whom again, and what came of it. */
export function replays(page, { more }) {
  return page.total === 0
    ? [empty("No segment was trained again here yet. `blockassist node run` does so when a round is verified; a hub sees what all do"), faults(page)]
    : [
      h("p", { class: "soft small" }, page.total === 1 ? "One so far" : `The last ${number(page.total)}, the newest first`),
      h("ol", { class: "feed" }, page.replays.map(line)),
      more && h("p", { class: "row" }, h("button", { type: "button", "data-key": "more-replays", onclick: more }, "Show more")),
      faults(page),
    ];
}
