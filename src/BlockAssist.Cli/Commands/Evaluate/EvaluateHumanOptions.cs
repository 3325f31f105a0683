using System.CommandLine;
using BlockAssist.Cli.Running;
using BlockAssist.Cli.Training;
using BlockAssist.Learner.Networks;
using BlockAssist.Learner.Policies;
using BlockAssist.Simulation.Building;

namespace BlockAssist.Cli.Commands.Evaluate;

/// <summary>What <c>blockassist evaluate human</c> can be told.</summary>
internal sealed class EvaluateHumanOptions
{
    private static readonly string[] Splits = ["alone", "with_assistant", "all"];

    public Option<string[]> Data { get; } = LearningInput.Data();

    public Option<string> Split { get; } = OneOf("--split", "Which kind of sessions to measure by.", Splits);

    public Option<bool> LeaveOneOut { get; } = new("--leave-one-participant-out")
    {
        Description = "Train a model for each participant from everybody else's play, and measure it by that participant.",
    };

    public Option<string?> Model { get; } = new("--model")
    {
        Description = "The model: a checkpoint, an ONNX file of model export, or the start of a hash of the node's models; by default the one that plays.",
        HelpName = "MODEL",
    };

    public Option<string[]> Only { get; } = new("--participant")
    {
        Description = "Measure by these participants only.",
        HelpName = "NAME...",
        AllowMultipleArgumentsPerToken = true,
    };

    public Option<int> Scripted { get; } = LearningInput.Scripted();

    public Option<int> ScriptedSteps { get; } = Ranged.Option("--scripted-steps", "How many steps of it.", HumanTrainingJob.ScriptedSteps, (0, 1_000_000));

    public Option<int> Steps { get; } = Ranged.Option("--steps", "How many steps of people's play.", HumanTrainingJob.Steps, (1, 1_000_000));

    public Option<string> Without { get; } = OneOf("--ablation", "Train without a part of the recipe, to see what it is worth.", Ablation.Names);

    public Option<bool> Play { get; } = new("--play") { Description = "Let the model build alone instead." };

    public Option<string[]> Houses { get; } = new("--houses")
    {
        Description = "Blueprint files or folders to build, with --play; by default made-up houses.",
        HelpName = "DIR...",
        AllowMultipleArgumentsPerToken = true,
    };

    public Option<int> Episodes { get; } = Ranged.Option("--episodes", "How many houses, with --play.", 50, (1, 1_000_000));

    public Option<int> Horizon { get; } = Ranged.Option("--horizon", "The most steps of an episode, with --play.", 1500, (1, 1_000_000));

    public Option<double> Temperature { get; } =
        Ranged.Option("--temperature", "How much chance has a hand in the kind of action, with --play: 1 as people, 0 the likeliest action always.", PlayStyle.Steady.Temperature, (0, 10));

    public Option<double> Slips { get; } = Ranged.Option("--slips", "How much chance has a hand in cells and blocks, with --play: 1 as people.", PlayStyle.Steady.Slips, (0, 10));

    public Option<double> Pauses { get; } = Ranged.Option("--pauses", "How likely pauses are, with --play, as a multiple of people's; 0 for none.", PlayStyle.Steady.Pauses, (0, 10));

    public Option<ulong> Seed { get; } = Ranged.Seed("Fixes all that chance decides.");

    public Option<int> Threads { get; } = LearningInput.Threads();

    public Option<string> Device { get; } = LearningInput.Device();

    public Option<string> Precision { get; } = LearningInput.Precision();

    /// <summary>All of them, in the order of the help.</summary>
    public IEnumerable<Option> All =>
        [Data, Split, LeaveOneOut, Model, Only, Scripted, ScriptedSteps, Steps, Without, Play, Houses, Episodes, Horizon, Temperature, Slips, Pauses, Seed, Threads, Device, Precision];

    /// <summary>What is to be built.</summary>
    public HumanPlayOrder OrderOf(ParseResult parsed) => new(
        new SiteOptions { Horizon = parsed.GetValue(Horizon) },
        parsed.GetValue(Houses) ?? [],
        parsed.GetValue(Episodes),
        new PlayStyle { Temperature = parsed.GetValue(Temperature), Slips = parsed.GetValue(Slips), Pauses = parsed.GetValue(Pauses) },
        parsed.GetValue(Seed));

    /// <summary>How models are trained.</summary>
    public HumanRecipe RecipeOf(ParseResult parsed, TorchDevice compute) => Ablation.Of(
        parsed.GetRequiredValue(Without),
        new HumanRecipe(new HumanNetworkOptions(), parsed.GetValue(ScriptedSteps), parsed.GetValue(Steps), parsed.GetValue(Seed))
        {
            Bfloat16 = compute.UsesBfloat16(parsed.GetRequiredValue(Precision)),
        });

    private static Option<string> OneOf(string name, string description, IReadOnlyList<string> values)
    {
        var option = new Option<string>(name) { Description = description, DefaultValueFactory = _ => values[0] };
        option.AcceptOnlyFromAmong([.. values]);
        return option;
    }
}
