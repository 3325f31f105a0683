using System.CommandLine;
using System.Globalization;
using BlockAssist.Fuzzing.Engine;

namespace BlockAssist.Fuzzing.Commands;

/// <summary><c>run TARGET</c>: fuzzes one target, in this process or in others that may die of it.</summary>
internal static class RunCommand
{
    /// <summary>The option that asks for another process.</summary>
    public const string Isolated = "--isolated";

    /// <summary>Makes the command.</summary>
    public static Command Create()
    {
        var (target, minutes, seed, keep, json) = (FuzzOptions.Target(), FuzzOptions.CpuMinutes(), FuzzOptions.Seed(), FuzzOptions.Keep(), FuzzOptions.Json());
        var isolated = new Option<bool>(Isolated) { Description = "In another process: so that what ends it is found, too, and others are tried after it." };
        var command = new Command("run", "Fuzzes one target. Ends with 1 if anything is wrong.") { target, minutes, seed, keep, isolated, json };
        command.SetAction(parsed =>
        {
            var (which, kept) = (parsed.GetRequiredValue(target), new KeptRun(Path.GetFullPath(parsed.GetRequiredValue(keep)), parsed.GetRequiredValue(target).Name));
            var before = kept.Progress.Findings;
            if (parsed.GetValue(isolated))
            {
                kept = IsolatedRun.Of(which, Path.GetFullPath(parsed.GetRequiredValue(keep)), parsed.GetValue(minutes), parsed.GetValue(seed));
            }
            else
            {
                new KeptFuzzing(which, kept).Run(TimeSpan.FromMinutes(parsed.GetValue(minutes)), parsed.GetValue(seed));
            }

            Progress.Write([kept.Progress], parsed.GetValue(json));
            return kept.Progress.Findings > before ? 1 : 0;
        });
        return command;
    }

    /// <summary>The words that run a target in another process.</summary>
    public static string[] Words(FuzzTarget target, string folder, double minutes, ulong seed) =>
        ["run", target.Name, "--cpu-minutes", minutes.ToString(CultureInfo.InvariantCulture), "--seed", seed.ToString(CultureInfo.InvariantCulture), "--keep", folder, "--json"];
}
