// What the node does now.
import { count, faults, h, short, when } from "./dom.js";

const mostBlocks = 128;
// What it does, rather than what was answered last.
const plain = /^(trains|in round|ready|nothing|may not|model|round \d+ is over)/;
const sentence = text => text ? text[0].toUpperCase() + text.slice(1) : text;

function blocks(done, all) {
  const shown = Math.min(all, mostBlocks);
  return h("div", { class: "blocks", role: "img", "aria-label": `${done} of ${all} segments are done` },
    Array.from({ length: shown }, (_, place) => h("i", { class: place < Math.round(done * shown / all) ? "on" : undefined })));
}

function doing(page) {
  if (page.recording) {
    return `A session is being recorded: ${page.recording}`;
  }
  if (!page.node) {
    return page.sessions > 0 ? "Plays by itself, in no swarm" : "Nothing has happened here yet";
  }
  if (!page.node.isRunning) {
    return "The node does not run";
  }
  return plain.test(page.node.doing) || !page.node.round ? sentence(page.node.doing) : `Takes part in round ${page.node.round}`;
}

function next(page) {
  if (page.sessions === 0) {
    return h("p", null, "Build a house: ", h("code", null, "blockassist play"));
  }
  if (!page.node) {
    return h("p", null, "Learn together with others: ", h("code", null, "blockassist swarm init"), " or ", h("code", null, "swarm join ADDRESS"), ", then ", h("code", null, "node run"));
  }
  return page.node.isRunning ? null : h("p", null, "Go on where it was: ", h("code", null, "blockassist node run"));
}

const playing = model => [h("dt", null, model.kind === "human" ? "Model of people" : "Assistant"),
  h("dd", null, model.hash ? [h("code", null, short(model.hash)), model.note ? ` ${model.note}` : ""] : "the one that comes with the program")];

/** The node, and what plays. */
export function node(page) {
  const { node: self } = page;
  document.title = self?.isRunning && self.segments ? `${self.segmentsDone}/${self.segments} · BlockAssist` : "BlockAssist";
  return [
    h("p", { class: "kicker" }, self ? `${self.peer} in the swarm ${self.network}` : "This node"),
    h("p", { class: "doing" }, doing(page)),
    self?.isRunning && self.segments ? blocks(self.segmentsDone, self.segments) : null,
    self?.isRunning && self.trouble ? h("p", { class: "trouble" }, `Trouble: ${self.trouble}`) : null,
    next(page),
    h("dl", { class: "facts" },
      self?.isRunning && [h("dt", null, "Runs since"), h("dd", null, when(self.since))],
      self?.isRunning && !plain.test(self.doing) && [h("dt", null, "Last word"), h("dd", null, `${self.doing}, `, when(self.at, true))],
      self && !self.isRunning && [h("dt", null, "Last did"), h("dd", null, `${self.doing}, `, when(self.at))],
      self?.isRunning && self.segments && [h("dt", null, "Lease"), h("dd", null, `${self.segmentsDone} of ${count(self.segments, "segment")}, until `, when(self.until, true))],
      self?.round && [h("dt", null, "Round"), h("dd", null, `${self.round}`)],
      self && [h("dt", null, "For others"), h("dd", null, `${count(self.replays, "segment")} trained again; ${count(self.clips, "clip")} came from them`)],
      h("dt", null, "Sessions"), h("dd", null, `${page.sessions}`),
      page.playing.map(playing)),
    faults(page),
  ];
}
