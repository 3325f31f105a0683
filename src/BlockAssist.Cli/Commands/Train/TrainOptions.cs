using System.CommandLine;
using BlockAssist.Cli.Running;
using BlockAssist.Learner.Data;

namespace BlockAssist.Cli.Commands.Train;

/// <summary>The options that verbs of <c>train</c> share.</summary>
internal static class TrainOptions
{
    /// <summary>The episodes to learn from.</summary>
    public static Option<string[]> Data() => new("--data")
    {
        Description = "Episodes to learn from: files or folders.",
        HelpName = "FILE...",
        Required = true,
        AllowMultipleArgumentsPerToken = true,
    };

    /// <summary>How many threads compute.</summary>
    public static Option<int> Threads() => Ranged.Option("--threads", "How many threads compute; other numbers come to other bits.", 1, (1, 256));

    /// <summary>Numbers of steps, from few to many.</summary>
    public static Option<int[]> Steps(string name, string description, params int[] usual) => new(name)
    {
        Description = description,
        HelpName = "STEPS...",
        AllowMultipleArgumentsPerToken = true,
        DefaultValueFactory = _ => usual,
    };

    /// <summary>Checks the value of <see cref="Steps"/>.</summary>
    public static int[] Ordered(int[] steps, string name) => steps.Length > 0 && steps[0] > 0 && steps.Zip(steps.Skip(1)).All(pair => pair.First < pair.Second)
        ? steps
        : throw new ForeseenException($"{name} {string.Join(' ', steps)} is not in order", "Name numbers from 1 on, each larger than the one before.");

    /// <summary>Opens the episodes.</summary>
    public static DemonstrationSet Open(string[] data)
    {
        var set = DemonstrationSet.Open(data);
        return set.Turns > 0 ? set : throw new ForeseenException($"{string.Join(", ", data)}: no episode to learn from", "Name files or folders of .bae files in which a builder sees the goal.");
    }
}
