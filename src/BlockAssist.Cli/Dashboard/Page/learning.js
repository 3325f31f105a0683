// How trainings go.
import { curves } from "./charts.js";
import { count, empty, faults, h, number, percent, when } from "./dom.js";

const names = {
  loss: "Loss on what is learnt, nats a turn", validation: "Loss on what is kept apart, nats a turn", accuracy: "Foreseen actions",
  goalShare: "How far goals were built", success: "Goals built far enough", level: "Level of the goals", cellsATurn: "Cells a turn",
};
const shares = new Set(["accuracy", "goalShare", "success"]);

const chart = (training, curve) => curves({
  key: `${training.name}-${curve.name}`,
  title: names[curve.name] ?? curve.name,
  series: [{ name: curve.name === "validation" ? "kept apart" : "mean of a stretch", points: curve.points }],
  format: shares.has(curve.name) ? value => percent(value, 1) : value => number(value, 3),
  tick: shares.has(curve.name) ? value => percent(value) : value => number(value, 2),
  height: 170,
});

const detail = (training, place) => h("details", { "data-key": `training-${training.name}`, open: place === 0 },
  h("summary", null, `${training.name}: ${count(training.steps, "step")}, last written `, when(training.written)),
  h("div", { class: "charts" }, training.curves.map(curve => chart(training, curve))));

/** Trainings that left figures. */
export function learning(page) {
  return page.trainings.length === 0
    ? [empty("No training has left figures here. The assistant learns after each session played in a window; by hand: `blockassist train personal`, `blockassist train human --data DIR`"), faults(page)]
    : [page.trainings.map(detail), faults(page)];
}
