using System.CommandLine;
using BlockAssist.Cli.Personal;
using BlockAssist.Cli.Running;
using BlockAssist.Learner.Data;
using BlockAssist.Learner.Networks;
using BlockAssist.Simulation.Episodes;

namespace BlockAssist.Cli.Training;

/// <summary>What the verbs that learn are told: where the demonstrations are, and which of them count.</summary>
internal static class LearningInput
{
    /// <summary>Where the demonstrations are.</summary>
    public static Option<string[]> Data() => new("--data")
    {
        Description = "Files or folders of episodes; by default the node's own.",
        HelpName = "DIR...",
        AllowMultipleArgumentsPerToken = true,
    };

    /// <summary>How many scripted episodes are learnt first.</summary>
    public static Option<int> Scripted() => Ranged.Option(
        "--scripted", "How many episodes of scripted play are made up and learnt first, since people's play is scarce.", 200, (0, 100_000));

    /// <summary>How many episodes of practice go with what is learnt from a person.</summary>
    public static Option<int> Practice() => Ranged.Option(
        "--practice", "How many episodes of practice are learnt again, so that nothing is forgotten; half as many more are only judged by.", Rehearsal.Usual, (2, 100_000));

    /// <summary>How many threads compute.</summary>
    public static Option<int> Threads() => Ranged.Option("--threads", "How many threads compute; one more prepares what they learn.", 1, (1, 256));

    /// <summary>What computes.</summary>
    public static Option<string> Device()
    {
        var device = new Option<string>("--device") { Description = "What trains; 'auto' takes a CUDA card if there is one.", DefaultValueFactory = _ => TorchDevice.Names[0] };
        device.AcceptOnlyFromAmong([.. TorchDevice.Names]);
        return device;
    }

    /// <summary>What networks compute in while they learn.</summary>
    public static Option<string> Precision()
    {
        var precision = new Option<string>("--precision")
        {
            Description = "What the network computes in while it learns; 'auto' is bf16 on a CUDA card and f32 on the processor.",
            DefaultValueFactory = _ => TorchDevice.Precisions[0],
        };
        precision.AcceptOnlyFromAmong([.. TorchDevice.Precisions]);
        return precision;
    }

    /// <summary>Starts torch, and says what computes and why.</summary>
    public static TorchDevice Compute(CommandContext context, string device, int threads)
    {
        TorchRuntime.Start(threads);
        var chosen = TorchDevice.Choose(device);
        context.Log.Information("Computing on {Reason}, {Threads} thread(s)", chosen.Reason, threads);
        return chosen;
    }

    /// <summary>Where the demonstrations are: by default the node's own episodes.</summary>
    public static string[] Paths(CommandContext context, string[]? paths) => paths is { Length: > 0 } ? paths : [context.Home.Episodes];

    /// <summary>People's demonstrations, of sessions in which somebody built by hand.</summary>
    /// <exception cref="ForeseenException">There is none.</exception>
    public static DemonstrationSet Open(CommandContext context, string[]? paths)
    {
        var from = Paths(context, paths);
        foreach (var path in from.Where(path => !Path.Exists(path)))
        {
            throw new ForeseenException($"{path} is not there", "Record some play first, or import recorded play: blockassist demos import FILES --out DIR.");
        }

        var set = DemonstrationSet.Open(from).Where(one => one.Split != Tutorial);
        foreach (var damaged in set.Demonstrations.Where(one => one.Damage is not null))
        {
            context.Log.Warning("{Damage}; only the {Turns} turns before it count", damaged.Damage, damaged.Turns);
        }

        return set.Turns > 0
            ? set
            : throw new ForeseenException($"There is no demonstration in {string.Join(", ", from)}", $"Episodes end in {EpisodeFormat.FileEnding}.");
    }

    // People's first steps: small sites, blocks fetched one by one, and an action in a thousand steps.
    private const string Tutorial = "tutorial";
}
