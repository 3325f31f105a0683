// Models, where they come from, and which of them plays.
import { act } from "./api.js";
import { empty, faults, h, number, short, when, words } from "./dom.js";
import { say } from "./toast.js";

const kinds = { human: "model of people", assistant: "assistant" };
const why = "Who changes which model plays needs the token of the dashboard.";
const nameOf = model => kinds[kindOf(model)] ?? kindOf(model);
const kindOf = model => String(model.kind).toLowerCase();

async function change(path, body, again) {
  try {
    const model = await act(path, body, why);
    if (model) {
      say(`${short(model.hash)} plays the ${nameOf(model)} from now on.`);
    }
  } catch (error) {
    say(error.message);
  }
  again();
}

const metrics = model => Object.entries(model.metrics).map(([name, value]) => `${words(name.replaceAll("_", " "))} ${number(value, 3)}`).join(", ");

function line(model, page, again) {
  const plays = model.state === "promoted";
  const hasEarlier = page.models.some(one => one.kind === model.kind && one.state === "archived") || page.models.length < page.total;
  const parent = page.models.find(one => one.hash === model.parent);
  return h("li", { class: plays ? "plays" : undefined },
    h("p", { class: "row" }, h("code", null, short(model.hash)), h("strong", null, nameOf(model)), h("span", { class: plays ? "tag good" : "tag" }, plays ? "plays" : model.state),
      !plays && h("button", { type: "button", class: "quiet", "data-key": `promote-${model.hash}`, onclick: () => change("models/promote", { hash: model.hash }, again) }, "Let it play", h("span", { class: "hidden" }, ` ${short(model.hash)}`)),
      plays && hasEarlier && h("button", { type: "button", class: "quiet", "data-key": `rollback-${kindOf(model)}`, onclick: () => change("models/rollback", { kind: model.kind }, again) }, "Back to the one before", h("span", { class: "hidden" }, ` it of the ${nameOf(model)}`))),
    h("p", { class: "small soft" }, when(model.created), model.note ? `, ${model.note}` : "", model.parent ? `, from ${short(model.parent)}${parent ? "" : " (not here)"}` : ", from fresh weights",
      metrics(model) ? h("span", null, h("br"), metrics(model)) : ""));
}

/** The lineage, the newest first. */
export function models(page, { again, more }) {
  return page.total === 0
    ? [empty("This node has no model of its own: those that come with the program play. One comes of a round (`blockassist node run`), of a training (`blockassist train human`), or from a file (`blockassist model import FILE`)"), faults(page)]
    : [
      h("ol", { class: "lineage", reversed: true }, page.models.map(model => line(model, page, again))),
      more && h("p", null, h("button", { type: "button", "data-key": "more-models", onclick: more }, "Show more")),
      faults(page),
    ];
}
