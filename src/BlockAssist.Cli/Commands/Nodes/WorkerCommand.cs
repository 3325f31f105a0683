using BlockAssist.Cli.Commands.Keys;
using BlockAssist.Cli.Monitoring;
using BlockAssist.Cli.Running;
using BlockAssist.Cli.Swarm;
using BlockAssist.Cli.Training;
using BlockAssist.Learner.Data;
using BlockAssist.Learner.Networks;

namespace BlockAssist.Cli.Commands.Nodes;

/// <summary><c>blockassist worker</c>: a spare machine for a hub.</summary>
internal static class WorkerCommand
{
    /// <summary>Makes the verb.</summary>
    public static Verb Create()
    {
        var threads = LearningInput.Threads();
        var calibration = CalibrationInput.Create();
        var status = new StatusInput();
        var passphrase = KeyInput.PassphraseFile("opens the identity");
        var verb = new Verb(
            "worker",
            "Lends this machine to the hub of its swarm until Ctrl+C: trains segments of peers again, values clips, looks at updates, merges them, and lets models play. The hub has to admit it (swarm admit). It shares no play.",
            new Example("blockassist worker", "after swarm join here, and swarm admit PEER on the hub"))
        {
            calibration, threads, status.Port, status.Listen, passphrase,
        };
        verb.TakesSettings();
        verb.RunsAsync(async (parsed, context, cancellation) =>
        {
            var settings = SwarmFolder.Of(context.Home).Settings();
            if (settings.Own is not null)
            {
                throw new ForeseenException("this node is the hub: it does its own work by node run", "Run workers on other machines, in homes of their own.");
            }

            var measured = CalibrationInput.Checked(parsed.GetValue(calibration));
            using var identity = KeyInput.OpenIdentity(parsed.GetValue(passphrase), context, cancellation);
            TorchRuntime.Start(parsed.GetValue(threads));
            var nothing = new DemonstrationSet([]);
            var vitals = new NodeVitals(context.Surroundings.Clock);
            var node = new SwarmNode(context, identity, settings)
            {
                Shared = () => nothing,
                Hidden = nothing,
                Threads = parsed.GetValue(threads),
                Calibration = measured,
                IsWorker = true,
                Vitals = vitals,
            };
            await new NodeUpkeep(context, vitals, new NodeReporter(context, vitals, shared: null), status.PlaceIn(parsed)).WhileAsync(node.RunUntilToldAsync, cancellation);
            return ExitCode.Done;
        });
        return verb;
    }
}
