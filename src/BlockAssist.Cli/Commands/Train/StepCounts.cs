using System.CommandLine;
using BlockAssist.Cli.Running;
using BlockAssist.Learner.Verification;

namespace BlockAssist.Cli.Commands.Train;

/// <summary>Options that take numbers of steps, from few to many.</summary>
internal static class StepCounts
{
    /// <summary>Such an option.</summary>
    public static Option<int[]> Option(string name, string description, params int[] usual) => new(name)
    {
        Description = description,
        HelpName = "STEPS...",
        AllowMultipleArgumentsPerToken = true,
        DefaultValueFactory = _ => usual,
    };

    /// <summary>Its value, if it is in order.</summary>
    /// <exception cref="ForeseenException">It is not.</exception>
    public static int[] Ordered(int[] steps, string name) => steps.Length > 0 && steps[0] > 0 && steps.Zip(steps.Skip(1)).All(pair => pair.First < pair.Second)
        ? steps
        : throw new ForeseenException($"{name} {string.Join(' ', steps)} is not in order", "Name numbers from 1 on, each larger than the one before.");

    /// <summary>Its value as lengths of segments, if it is in order and replays take them.</summary>
    /// <exception cref="ForeseenException">It is not, or they do not.</exception>
    public static int[] Lengths(int[] steps, string name)
    {
        var most = new SegmentLimits().Steps;
        return Ordered(steps, name)[^1] <= most
            ? steps
            : throw new ForeseenException($"{name} {steps[^1]}: replays refuse segments of more than {most} steps", "Make several shorter ones, each from a later state of the training.");
    }
}
