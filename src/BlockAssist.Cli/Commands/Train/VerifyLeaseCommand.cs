using System.CommandLine;
using BlockAssist.Cli.Running;
using BlockAssist.Cli.Swarm;
using BlockAssist.Cli.Training;
using BlockAssist.Learner.Leases;
using BlockAssist.Learner.Networks;
using BlockAssist.Learner.Verification;
using static TorchSharp.torch;

namespace BlockAssist.Cli.Commands.Train;

/// <summary><c>blockassist train verify-lease</c>: replays a segment of somebody's lease; what a peer of a swarm starts for that.</summary>
internal static class VerifyLeaseCommand
{
    /// <summary>Makes the verb.</summary>
    public static Verb Create()
    {
        var order = new Argument<string>("ORDER") { Description = "What is to be replayed: a file of JSON, which the peer writes." };
        var threads = LearningInput.Threads();
        var verb = new Verb(
            "verify-lease",
            "Replays a segment of somebody's lease from its evidence: exit code 0 if it comes to the same, 1 if it is different or undecided. A peer starts this by itself, in a process of its own.",
            new Example("blockassist train verify-lease order.json --json", "what came of it, and why"))
        {
            order, threads,
        };
        verb.Runs((parsed, context, cancellation) =>
        {
            TorchRuntime.Start(parsed.GetValue(threads));
            return Run(LeaseOrder.Load(parsed.GetRequiredValue(order)), context, cancellation);
        });
        return verb;
    }

    private static ExitCode Run(LeaseOrder order, CommandContext context, CancellationToken cancellation)
    {
        var own = DeviceClass.Of(CPU, context.Surroundings.Variable);
        var report = order.Calibration is { } path ? CalibrationFile.Load(path) : null;
        var replay = new LeaseReplay(own, CPU, order.Scratch) { Tolerance = segment => report?.ToleranceFor(segment, own) };
        var referee = new LeaseReferee(replay) { Tolerance = (segment, key) => report?.ToleranceFor(segment, key) };
        if (order.Compare is { } compare)
        {
            var ruling = referee.Compare(order.Claim, order.Files, compare.Steps, (compare.Trainer, compare.Challenger), compare.Class);
            context.Output.Result(ruling, SwarmJson.Default.LeaseRuling, ruled => $"{ruled.Word}: {ruled.Reason}");
            return ExitCode.Done;
        }

        var finding = order.State is { } state ? replay.WriteState(order.Claim, order.Files, state.Steps, state.File, cancellation)
            : order.Step is { } step ? referee.MakeStep(order.Claim, order.Files, step.Steps, step.Before, step.After, cancellation)
            : replay.Replay(order.Claim, order.Files, cancellation);
        context.Output.Result(finding, SwarmJson.Default.LeaseFinding, found => $"{found.Outcome}: {found.Reason}");
        return finding.Outcome == LeaseOutcome.Same ? ExitCode.Done : ExitCode.Failed;
    }
}
