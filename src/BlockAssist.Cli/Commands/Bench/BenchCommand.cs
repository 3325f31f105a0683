using BlockAssist.Cli.Running;

namespace BlockAssist.Cli.Commands.Bench;

/// <summary><c>blockassist bench</c>: how fast things are on this machine, each against a baseline of the same run.</summary>
internal static class BenchCommand
{
    /// <summary>Makes the group.</summary>
    public static Verb Create()
    {
        var group = new Verb(
            "bench",
            "How fast things are on this machine, each against a baseline of the same run.",
            new Example("blockassist bench world --json", "the simulation, for a program to read"));
        group.Add(BenchWorldCommand.Create());
        group.Add(BenchInferenceCommand.Create());
        group.Add(BenchTrainCommand.Create());
        group.Add(BenchUpdateCommand.Create());
        group.Add(BenchMergeCommand.Create());
        group.Add(BenchGatewayCommand.Create());
        group.Add(BenchSearchCommand.Create());
        group.Add(BenchMeshCommand.Create());
        group.Add(BenchFrameCommand.Create());
        return group;
    }
}
