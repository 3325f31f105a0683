// Rounds of the swarm: where the open one is, and what came of those before.
import { bars, curves, timeline } from "./charts.js";
import { count, empty, faults, h, number, percent, short, table, when, words } from "./dom.js";

const stages = ["Training", "Revealing", "Screening", "Verifying", "Merging", "Gating", "Closed"];
const reasons = {
  Verified: "trained again by others, and merged", Trusted: "not drawn; trusted by earlier work", NotCommitted: "took a lease and never committed",
  NotRevealed: "committed and never revealed", Mismatch: "revealed something else than it committed to", Implausible: "its numbers alone stand out",
  Copied: "another's update", Unhelpful: "makes the model worse", NoEvidence: "showed no evidence", Refuted: "came to something else when trained again",
  NotVerified: "nobody could verify it", Slandered: "said that another lied, which was not so",
};
const good = new Set(["Verified", "Trusted"]);
const bad = new Set(["Refuted", "Slandered", "Copied", "Mismatch", "Implausible", "NoEvidence"]);
const verdicts = { Better: "better, so it plays", NotBetter: "not better", Undecided: "undecided" };

export const reason = name => h("span", null, h("span", { class: good.has(name) ? "tag good" : bad.has(name) ? "tag bad" : "tag" }, words(name)), " ", h("span", { class: "soft" }, reasons[name] ?? ""));

function stepper(open) {
  const at = stages.indexOf(open.stage);
  if (open.stage === "Closed") {
    return h("p", null, `Round ${open.round} opens when somebody asks for work. It begins with model ${short(open.model)}.`);
  }
  return [
    h("p", null, `Round ${open.round}, of model `, h("code", null, short(open.model))),
    h("ol", { class: "stages", "aria-label": `Stages of round ${open.round}` }, stages.map((stage, place) =>
      h("li", { class: place < at ? "done" : undefined, "aria-current": place === at ? "step" : undefined }, stage.toLowerCase()))),
  ];
}

function times(page) {
  const at = text => Date.parse(text);
  const rows = page.rounds.filter(round => at(round.verifyBy) > at(round.opens)).slice(0, 8).map(round => ({
    name: `round ${round.round}`,
    mark: round.isPromoted,
    spans: [
      { from: at(round.opens), to: at(round.commitBy), kind: "a" },
      { from: at(round.commitBy), to: at(round.revealBy), kind: "b" },
      { from: at(round.revealBy), to: at(round.verifyBy), kind: "c" },
    ],
  }));
  return rows.length === 0 ? null : timeline(`When the last ${count(rows.length, "round")} were, at the longest; a round ends sooner when all is done`, rows, Date.now());
}

function gate(round) {
  const test = round.gate;
  if (!test) {
    return h("p", { class: "soft" }, "Nothing was merged, so no candidate was tried.");
  }
  // Of few pairs the spread is not known, and the ratio is anything.
  const [low, high] = [2 * test.lower, 2 * test.upper];
  const points = test.curve.map(point => ({ ...point, y: Math.max(low, Math.min(high, point.y)) }));
  const mean = test.mean === null ? "" : `, ${test.mean < 0 ? "worse" : "better"} by ${percent(Math.abs(test.mean), 1)} of the goal`;
  return [
    h("p", null, `The candidate was ${verdicts[test.verdict] ?? words(test.verdict)} after ${count(test.pairs, "pair")} of games${mean}.`,
      test.older > 0 ? ` Of ${count(test.older, "older model")} it did worse than ${number(test.worseThan)}.` : ""),
    points.length > 0 && curves({
      key: `gate-${round.round}`,
      title: "How sure the gate is: above the upper line the candidate plays, below the lower one it does not; what is beyond is drawn at the edge",
      xName: "pair",
      whole: true,
      series: [{ name: "logarithm of the likelihood ratio", points }],
      bounds: [{ y: test.upper, name: "better" }, { y: test.lower, name: "not better" }],
      low,
      high,
      format: value => number(value, 1),
      height: 180,
    }),
  ];
}

function merge(round) {
  const weighed = round.work.filter(line => line.weight > 0);
  const most = Math.max(...weighed.map(line => line.weight));
  return round.merge ? [
    h("p", null, `By ${words(round.merge.rule)}; a step of ${number(round.merge.rate, 1)} with momentum ${number(round.merge.momentum, 1)}; at what nobody had seen the model is ${round.merge.gain < 0 ? "worse" : "better"} by ${number(Math.abs(round.merge.gain ?? NaN), 3)} nats a turn.`),
    weighed.length > 0 && bars(weighed.slice(0, 20).map(line => ({ name: line.isOwn ? `${line.peer} (this node)` : line.peer, share: line.weight / most, text: percent(line.weight) }))),
  ] : h("p", { class: "soft" }, "No update was merged.");
}

const feed = round => [
  table(`What came of the work in round ${round.round}`, [{ name: "peer" }, { name: "verdict", words: true }, { name: "segments", number: true }, { name: "gain", number: true }, { name: "credit", number: true }],
    round.work.map(line => [line.isOwn ? h("strong", null, `${line.peer} (this node)`) : line.peer, reason(line.reason), number(line.segments), number(line.gain, 3), number(line.amount, 1)])),
  round.peers > round.work.length && h("p", { class: "small soft" }, `and ${number(round.peers - round.work.length)} more`),
  round.verifiers.length > 0 && h("p", { class: "small" }, "For verifying: ", round.verifiers.map(one => `${one.peer} ${number(one.amount, 1)}`).join(", ")),
  round.refuted.length > 0 && h("p", { class: "trouble" }, `Refuted: ${round.refuted.join(", ")}`),
  round.slanderers.length > 0 && h("p", { class: "trouble" }, `Said wrongly that others lied: ${round.slanderers.join(", ")}`),
];

const detail = (round, place) => h("details", { "data-key": `round-${round.round}`, open: place === 0 },
  h("summary", null, `Round ${round.round}: `, round.isPromoted ? "a new model plays" : "the model stays", `; ${count(round.peers, "peer")}, ${count(round.clips, "clip")}, opened `, when(round.opens)),
  h("h4", null, "Verification"), feed(round),
  h("div", { class: "charts" },
    h("div", null, h("h4", null, "Gate"), gate(round)),
    h("div", null, h("h4", null, "Merge, and what each peer weighed"), merge(round))));

/** The timeline and what came of each round. */
export function rounds(page, { more }) {
  const open = page.open ? stepper(page.open) : null;
  return page.total === 0
    ? [open, open ? h("p", { class: "soft" }, "No round is over yet.") : empty("This node has seen no round. Begin a swarm with `blockassist swarm init` or join one with `blockassist swarm join ADDRESS`; then `blockassist node run`"), faults(page)]
    : [open, times(page), page.rounds.map(detail), more && h("p", null, h("button", { type: "button", "data-key": "more-rounds", onclick: more }, "Show more")), faults(page)];
}
