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

// What was learnt before, tried on sessions played since: above 0 it knew the player better than the model that played.
function lessons(all) {
  const tried = all.filter(lesson => lesson.better !== null);
  const last = all.at(-1);
  const told = last && h("p", null, `The assistant learnt from ${count(last.sessions, "session")}, last `, when(last.at), ". ",
    tried.length === 0 ? "It is tried on the next."
      : `What it knew was tried ${count(tried.length, "time")} on sessions that it had not seen, and came to play ${count(tried.filter(lesson => lesson.isPromoted).length, "time")}.`);
  const points = name => tried.map((lesson, place) => ({ x: place + 1, y: lesson[name], label: `after ${count(lesson.sessions, "session")}` }));
  return [told, tried.length > 0 && curves({
    key: "lessons",
    title: "Better at foreseeing what the player builds, nats a moment; above 0 it is",
    series: [{ name: "on sessions since", points: points("better") }, { name: "at least, surely", points: points("low") }, { name: "on practice", points: points("practice") }],
    format: value => number(value, 1),
    bounds: [{ y: 0, name: "" }],
    xName: "trial", whole: true, dots: true, height: 180,
  })];
}

/** What the assistant learnt, and trainings that left figures. */
export function learning(page) {
  const nothing = page.trainings.length === 0 && page.lessons.length === 0;
  return [
    nothing && empty("Nothing was learnt here yet. The assistant learns after each session; by hand: `blockassist train personal`, `blockassist train human --data DIR`"),
    lessons(page.lessons), page.trainings.map(detail), faults(page)];
}
