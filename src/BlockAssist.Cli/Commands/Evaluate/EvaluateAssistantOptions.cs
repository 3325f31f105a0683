using System.CommandLine;
using BlockAssist.Cli.Assistance;
using BlockAssist.Cli.Play;
using BlockAssist.Cli.Running;
using BlockAssist.Cli.Training;
using BlockAssist.Learner.Beliefs.Search;
using BlockAssist.Learner.Evaluation;
using BlockAssist.Learner.Personal;
using BlockAssist.Learner.Policies;
using BlockAssist.Simulation.Building;

namespace BlockAssist.Cli.Commands.Evaluate;

/// <summary>What <c>blockassist evaluate assistant</c> can be told.</summary>
internal sealed class EvaluateAssistantOptions
{
    public Option<string[]> Houses { get; } = new("--houses")
    {
        Description = "Blueprint files or folders to build, again from the first with other seeds when they run out; by default made-up houses.",
        HelpName = "DIR...",
        AllowMultipleArgumentsPerToken = true,
    };

    public Option<int> Episodes { get; } = Ranged.Option("--episodes", "How many houses each helper helps with.", 50, (1, 1_000_000));

    public Option<int> Horizon { get; } = Ranged.Option("--horizon", "The most steps of an episode.", 1500, (1, 1_000_000));

    public Option<string?> Human { get; } = new("--human")
    {
        Description = "The human model: a checkpoint, an ONNX file of model export, or the start of a hash of the node's models; by default the one that plays.",
        HelpName = "MODEL",
    };

    public Option<string[]> Helpers { get; } = new("--helpers")
    {
        Description = $"Who helps, besides nobody: {HelperNames.Description}; by default all that there are.",
        HelpName = "NAME...",
        AllowMultipleArgumentsPerToken = true,
    };

    public Option<string?> Assistant { get; } = new("--assistant") { Description = "The model of the helpers 'belief', 'search' and 'imitation': a checkpoint, or the start of a hash; by default the one that plays.", HelpName = "MODEL" };

    public Option<double> Sure { get; } = Ranged.Option("--sure", "How likely a change must be right for the assistant to make it.", PlayHelper.UsualSureness, (0.5, 1));

    public Option<int> Simulations { get; } = Ranged.Option("--simulations", "How many simulations a decision of the helper 'search' takes at most.", new SearchOptions().Simulations, (1, 1_000_000));

    public Option<double?> Budget { get; } = Ranged.OptionOrNone("--milliseconds", "How long they may take; without it figures do not depend on the machine.", (0.1, 60_000.0));

    public Option<double> Temperature { get; } =
        Ranged.Option("--temperature", "How much chance has a hand in the human's kind of action: 1 as people, 0 the likeliest action always.", PlayStyle.Steady.Temperature, (0, 10));

    public Option<double> Slips { get; } = Ranged.Option("--slips", "How much chance has a hand in the human's cells and blocks: 1 as people.", PlayStyle.Steady.Slips, (0, 10));

    public Option<double> Pauses { get; } = Ranged.Option("--pauses", "How likely the human's pauses are, as a multiple of people's; 0 for none.", PlayStyle.Steady.Pauses, (0, 10));

    public Option<ulong> Seed { get; } = Ranged.Seed("Fixes all that chance decides.");

    public Option<int> Threads { get; } = Ranged.Option("--threads", "How many threads play; 0: one a core. Changes times alone.", 0, (0, 256));

    public Option<bool> Personal { get; } = new("--personal") { Description = "Instead of building: what it brings to learn from people, by recorded sequences of their sessions." };

    public Option<string[]> Data { get; } = LearningInput.Data();

    public Option<int> Steps { get; } = Ranged.Option("--steps", "How many steps are learnt from a person, with --personal.", new PersonalRecipe().Steps, (1, 1_000_000));

    public Option<int> Practice { get; } = LearningInput.Practice();

    /// <summary>All of them, in the order of the help.</summary>
    public IEnumerable<Option> All => [Houses, Episodes, Horizon, Human, Helpers, Assistant, Sure, Simulations, Budget, Temperature, Slips, Pauses, Seed, Threads, Personal, Data, Steps, Practice];

    /// <summary>What is to be built, and with whose help.</summary>
    public AssistanceOrder OrderOf(ParseResult parsed) => new(
        new PlayOptions
        {
            Episodes = parsed.GetValue(Episodes),
            Site = new SiteOptions { Horizon = parsed.GetValue(Horizon) },
            Seed = parsed.GetValue(Seed),
            Threads = parsed.GetValue(Threads),
        },
        parsed.GetValue(Houses) ?? [],
        parsed.GetValue(Human),
        new PlayStyle { Temperature = parsed.GetValue(Temperature), Slips = parsed.GetValue(Slips), Pauses = parsed.GetValue(Pauses) },
        parsed.GetValue(Helpers) is { Length: > 0 } names ? names : null,
        parsed.GetValue(Assistant),
        parsed.GetValue(Sure),
        new SearchOptions { Simulations = parsed.GetValue(Simulations), Budget = parsed.GetValue(Budget) is { } milliseconds ? TimeSpan.FromMilliseconds(milliseconds) : null });
}
