// Shows each subject where it belongs, and anew when it changes.
import { get, listen } from "./api.js";
import { empty, h, swap } from "./dom.js";
import { credit } from "./credit.js";
import { chain, leaderboard } from "./record.js";
import { help } from "./help.js";
import { learning } from "./learning.js";
import { doctor, machine } from "./machine.js";
import { models } from "./models.js";
import { node } from "./node.js";
import { replays } from "./replays.js";
import { rounds } from "./rounds.js";
import { sessions } from "./sessions.js";

const often = 5000;
const views = {
  node: { subject: "now", show: node },
  help: { subject: "help", show: help },
  sessions: { subject: "sessions", show: sessions, part: 12 },
  learning: { subject: "learning", show: learning },
  models: { subject: "models", show: models, part: 20 },
  rounds: { subject: "rounds", show: rounds, part: 12, moves: page => page.open && page.open.stage !== "Closed" },
  replays: { subject: "replays", show: replays, part: 10 },
  credit: { subject: "credit", show: credit },
  chain: { subject: "chain", show: chain },
  leaderboard: { subject: "leaderboard", show: leaderboard, part: 20 },
  machine: { subject: "machine", show: machine, moves: () => true },
  doctor: { show: doctor },
};

async function show(name) {
  const view = views[name];
  const root = document.querySelector(`[data-view="${name}"]`);
  if (view.isBusy) {
    view.isStale = true;
    return;
  }
  view.isBusy = true;
  try {
    const more = () => { view.part += view.step; show(name); };
    view.step ??= view.part;
    const page = view.subject && await get(view.part ? `${view.subject}?top=${Math.min(100, view.part)}` : view.subject);
    view.isMoving = Boolean(page && view.moves?.(page));
    swap(root, view.show(page, { again: () => show(name), more: view.part && view.part < Math.min(100, page.total) ? more : undefined }));
  } catch (error) {
    swap(root, h("p", { class: "fault" }, error.message), h("button", { type: "button", "data-key": `again-${name}`, onclick: () => show(name) }, "Try again"));
  }
  view.isBusy = false;
  if (view.isStale) {
    view.isStale = false;
    await show(name);
  }
}

const showAll = subjects => Object.keys(views).filter(name => subjects.includes(views[name].subject)).forEach(show);

function connect() {
  const live = document.getElementById("live");
  let wasLost = false;
  listen(showAll, isOn => {
    live.textContent = isOn ? "live" : "not connected";
    live.toggleAttribute("data-on", isOn);
    if (isOn && wasLost) {
      showAll(Object.values(views).map(view => view.subject));
    }
    wasLost = !isOn;
  });
  setInterval(() => document.hidden || Object.keys(views).filter(name => views[name].isMoving).forEach(show), often);
}

function theme() {
  const [button, root] = [document.getElementById("theme"), document.documentElement];
  const system = matchMedia("(prefers-color-scheme: dark)");
  const names = { "": "system", light: "light", dark: "dark" };
  const remembered = () => { try { return localStorage.getItem("theme") ?? ""; } catch { return ""; } };
  const set = (name, isFirst) => {
    const known = name in names ? name : "";
    known ? root.setAttribute("data-theme", known) : root.removeAttribute("data-theme");
    root.toggleAttribute("data-dark", known === "dark" || (known === "" && system.matches));
    button.textContent = `Theme: ${names[known]}`;
    try { localStorage.setItem("theme", known); } catch { /* Then it holds for this visit. */ }
    isFirst || show("sessions");
  };
  button.addEventListener("click", () => set({ "": "light", light: "dark", dark: "" }[root.getAttribute("data-theme") ?? ""]));
  system.addEventListener("change", () => set(root.getAttribute("data-theme") ?? ""));
  set(remembered(), true);
}

document.getElementById("token-no").addEventListener("click", () => document.getElementById("token").close("no"));
for (const root of document.querySelectorAll("[data-view]")) {
  root.append(empty("One moment …"));
}
theme();
connect();
// Whoever came for a part of the page is shown it once all is there.
await Promise.all(Object.keys(views).map(show));
if (location.hash) {
  document.getElementById(location.hash.slice(1))?.scrollIntoView();
}
