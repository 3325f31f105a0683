using BlockAssist.Cli.Commands;
using BlockAssist.Cli.Commands.Bench;
using BlockAssist.Cli.Commands.Blueprints;
using BlockAssist.Cli.Commands.Chains;
using BlockAssist.Cli.Commands.Configs;
using BlockAssist.Cli.Commands.Demos;
using BlockAssist.Cli.Commands.Evaluate;
using BlockAssist.Cli.Commands.Keys;
using BlockAssist.Cli.Commands.Models;
using BlockAssist.Cli.Commands.Nodes;
using BlockAssist.Cli.Commands.Swarms;
using BlockAssist.Cli.Commands.Train;
using BlockAssist.Cli.Running;

namespace BlockAssist.Cli;

/// <summary>What <c>blockassist</c> can do: one line a verb, in the order in which the help shows them.</summary>
internal static class Verbs
{
    /// <summary>Every verb of the program.</summary>
    public static IReadOnlyList<Verb> All() =>
    [
        PlayCommand.Create(),
        WatchCommand.Create(),
        RenderCommand.Create(),
        DemosCommand.Create(),
        BlueprintCommand.Create(),
        SimulateCommand.Create(),
        TrainCommand.Create(),
        EvaluateCommand.Create(),
        ModelCommand.Create(),
        KeyCommand.Create(),
        SwarmCommand.Create(),
        NodeCommand.Create(),
        WorkerCommand.Create(),
        ChainCommand.Create(),
        BenchCommand.Create(),
        ConfigCommand.Create(),
        DashboardCommand.Create(),
        DoctorCommand.Create(),
    ];

    /// <summary>The command above the given verbs, with the options that each of them has.</summary>
    public static Verb Root(IEnumerable<Verb> verbs)
    {
        var root = new Verb(
            "blockassist",
            "A building game that learns to help you build, by watching you build.",
            new Example("blockassist doctor", "what works on this machine, and what does not"));

        root.Add(HelpWithExamples.Option());
        root.Add(ProgramVersion.Option());
        root.Add(Output.JsonOption());
        foreach (var verb in verbs)
        {
            root.Add(verb);
        }

        return root;
    }
}
