using System.CommandLine;
using BlockAssist.Fuzzing.Engine;
using BlockAssist.Fuzzing.Targets;

namespace BlockAssist.Fuzzing.Commands;

/// <summary>Options that several commands have.</summary>
internal static class FuzzOptions
{
    /// <summary>Which target.</summary>
    public static Argument<FuzzTarget> Target() => new("TARGET")
    {
        Description = "One of those that list shows.",
        CustomParser = result =>
        {
            if (FuzzTargets.Find(result.Tokens[0].Value) is { } target)
            {
                return target;
            }

            result.AddError($"there is no target {result.Tokens[0].Value}; list shows those that there are");
            return null;
        },
    };

    /// <summary>For how long.</summary>
    public static Option<double> CpuMinutes() => new("--cpu-minutes") { Description = "How long processors work for a target.", DefaultValueFactory = _ => 1 };

    /// <summary>The seed.</summary>
    public static Option<ulong> Seed() => new("--seed") { Description = "Decides every change; what a run began with it goes on with another one.", DefaultValueFactory = _ => 1 };

    /// <summary>Where everything is kept.</summary>
    public static Option<string> Keep() => new("--keep") { Description = "The folder in which inputs and findings are kept; a later run goes on from there.", DefaultValueFactory = _ => "fuzzed" };

    /// <summary>For machines.</summary>
    public static Option<bool> Json() => new("--json") { Description = "One JSON object on standard output." };
}
