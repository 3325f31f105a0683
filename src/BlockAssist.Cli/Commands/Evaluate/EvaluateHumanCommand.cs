using System.CommandLine;
using BlockAssist.Cli.Running;
using BlockAssist.Cli.Training;
using BlockAssist.Learner.Networks;
using BlockAssist.Simulation.Building;

namespace BlockAssist.Cli.Commands.Evaluate;

/// <summary><c>blockassist evaluate human</c>: how well the human model foresees people, and how well it builds.</summary>
internal static class EvaluateHumanCommand
{
    private static readonly string[] Splits = ["alone", "with_assistant", "all"];

    /// <summary>Makes the verb.</summary>
    public static Verb Create()
    {
        var data = LearningInput.Data();
        var split = new Option<string>("--split") { Description = "Which kind of sessions to measure by.", DefaultValueFactory = _ => Splits[0] };
        split.AcceptOnlyFromAmong(Splits);
        var leaveOneOut = new Option<bool>("--leave-one-participant-out")
        {
            Description = "Train a model for each participant from everybody else's play, and measure it by that participant.",
        };
        var model = new Option<string?>("--model") { Description = "The model: a checkpoint file, or the start of a hash of the node's models; by default the one that plays.", HelpName = "MODEL" };
        var only = new Option<string[]>("--participant") { Description = "Measure by these participants only.", HelpName = "NAME..." };
        var scripted = LearningInput.Scripted();
        var scriptedSteps = Ranged.Option("--scripted-steps", "How many steps of it.", HumanTrainingJob.ScriptedSteps, (0, 1_000_000));
        var steps = Ranged.Option("--steps", "How many steps of people's play.", HumanTrainingJob.Steps, (1, 1_000_000));
        var ablation = new Option<string>("--ablation") { Description = "Train without a part of the recipe, to see what it is worth.", DefaultValueFactory = _ => Ablation.None };
        ablation.AcceptOnlyFromAmong([.. Ablation.Names]);
        var play = new Option<bool>("--play") { Description = "Let the model build alone instead." };
        var houses = new Option<string[]>("--houses")
        {
            Description = "Blueprint files or folders to build, with --play; by default made-up houses.",
            HelpName = "DIR...",
            AllowMultipleArgumentsPerToken = true,
        };
        var episodes = Ranged.Option("--episodes", "How many houses, with --play.", 50, (1, 1_000_000));
        var horizon = Ranged.Option("--horizon", "The most steps of an episode, with --play.", 1500, (1, 1_000_000));
        var temperature = Ranged.Option("--temperature", "How much chance has a hand in play: 1 as people, 0 the likeliest action always.", 1.0, (0, 10));
        var seed = Ranged.Seed("Fixes all that chance decides.");
        var threads = LearningInput.Threads();
        var device = LearningInput.Device();
        var verb = new Verb(
            "human",
            "How well the human model foresees people it has not learnt from, beside models that know next to nothing; or how well it builds.",
            new Example("blockassist evaluate human --data episodes --split alone --leave-one-participant-out", "as the paper does it; trains one model a participant"),
            new Example("blockassist evaluate human --data episodes --model model.safetensors", "a model that is there already"),
            new Example("blockassist evaluate human --play --episodes 100 --json", "building alone on made-up houses"))
        {
            data, split, leaveOneOut, model, only, scripted, scriptedSteps, steps, ablation, play, houses, episodes, horizon, temperature, seed, threads, device,
        };
        verb.Runs((parsed, context, cancellation) =>
        {
            if (parsed.GetValue(play))
            {
                var order = new HumanPlayOrder(
                    new SiteOptions { Horizon = parsed.GetValue(horizon) }, parsed.GetValue(houses) ?? [], parsed.GetValue(episodes), parsed.GetValue(temperature), parsed.GetValue(seed));
                return HumanPlayRun.Run(context, order, HumanModelInput.Open(context, parsed.GetValue(model)), cancellation);
            }

            var compute = LearningInput.Compute(context, parsed.GetRequiredValue(device), parsed.GetValue(threads));
            var evaluation = new HumanEvaluation(context, compute)
            {
                People = LearningInput.Open(context, parsed.GetValue(data)),
                Split = parsed.GetRequiredValue(split),
                Only = parsed.GetValue(only) ?? [],
                Recipe = Ablation.Of(
                    parsed.GetRequiredValue(ablation),
                    new HumanRecipe(new HumanNetworkOptions(), parsed.GetValue(scriptedSteps), parsed.GetValue(steps), parsed.GetValue(seed))),
                Scripted = parsed.GetValue(scripted),
            };
            var report = parsed.GetValue(leaveOneOut)
                ? evaluation.LeaveOneOut(cancellation)
                : evaluation.Measure(HumanModelInput.Open(context, parsed.GetValue(model)), cancellation);
            context.Output.Result(report, LearningJson.Default.HumanReport, HumanTables.Of);
            return ExitCode.Done;
        });
        return verb;
    }
}
