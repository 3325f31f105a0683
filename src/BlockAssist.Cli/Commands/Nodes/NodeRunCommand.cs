using System.CommandLine;
using BlockAssist.Cli.Commands.Keys;
using BlockAssist.Cli.Running;
using BlockAssist.Cli.Swarm;
using BlockAssist.Cli.Training;
using BlockAssist.Learner.Data;
using BlockAssist.Learner.Networks;
using BlockAssist.Net.Identities;

namespace BlockAssist.Cli.Commands.Nodes;

/// <summary><c>blockassist node run</c>: takes part in the swarm until it is told to stop.</summary>
internal static class NodeRunCommand
{
    /// <summary>Makes the verb.</summary>
    public static Verb Create()
    {
        var data = new Option<string[]>("--data")
        {
            Description = "Files or folders of episodes to learn from, and to show to whoever verifies: only these leave the machine. Without any the node verifies only.",
            HelpName = "DIR...",
            AllowMultipleArgumentsPerToken = true,
        };
        var hidden = new Option<string[]>("--hidden")
        {
            Description = "For the hub: episodes that no peer has, by which updates are tried; by default play made up.",
            HelpName = "DIR...",
            AllowMultipleArgumentsPerToken = true,
        };
        var rounds = Ranged.Option("--rounds", "Ends after so many rounds; 0 for never.", 0, (0, 1_000_000));
        var threads = LearningInput.Threads();
        var passphrase = KeyInput.PassphraseFile("opens the identity");
        var verb = new Verb(
            "run",
            "Takes part in the swarm until Ctrl+C: trains leases, proves them, trains segments of others again, and lets a model play that was promoted. What was begun is gone on with.",
            new Example("blockassist node run --data episodes", "shares what is learnt from these episodes"),
            new Example("blockassist node run", "verifies what others train, and coordinates if the swarm is its own"))
        {
            data, hidden, rounds, threads, passphrase,
        };
        verb.RunsAsync(async (parsed, context, cancellation) =>
        {
            var settings = SwarmFolder.Of(context.Home).Settings();
            using var phrase = KeyInput.Open(KeyInput.Existing(context), parsed.GetValue(passphrase), context, cancellation);
            using var identity = PeerIdentity.Of(phrase);
            TorchRuntime.Start(parsed.GetValue(threads));
            var node = new SwarmNode(context, identity, settings)
            {
                Shared = () => In(parsed.GetValue(data)),
                Hidden = In(parsed.GetValue(hidden)),
                Threads = parsed.GetValue(threads),
                Rounds = parsed.GetValue(rounds),
            };
            await node.RunAsync(cancellation);
            context.Output.Result(SwarmView.NodeIn(SwarmFolder.Of(context.Home)), SwarmNodeJson.Default.NodeReport, NodeTables.Of);
            return ExitCode.Done;
        });
        return verb;
    }

    private static DemonstrationSet In(string[]? paths) => paths is { Length: > 0 } ? DemonstrationSet.Open(paths) : new DemonstrationSet([]);
}
