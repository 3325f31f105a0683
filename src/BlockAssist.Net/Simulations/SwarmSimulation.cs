using BlockAssist.Net.Envelopes;
using BlockAssist.Net.Simulations.Clocks;
using BlockAssist.Net.Simulations.Hubs;
using BlockAssist.Net.Simulations.Learning;
using BlockAssist.Net.Simulations.People;
using BlockAssist.Net.Simulations.Reports;

namespace BlockAssist.Net.Simulations;

/// <summary>A swarm in virtual time: a real coordinator and real envelopes, made-up people on made-up lines, one thread.</summary>
/// <remarks>The same options and the same learning come to the same report, but for what it really cost.</remarks>
/// <param name="options">How it goes.</param>
/// <param name="learning">How all learn.</param>
/// <param name="clock">The real clock, for what it really costs.</param>
public sealed class SwarmSimulation(SimulationOptions options, ISimulatedLearning learning, TimeProvider clock)
{
    private static readonly DateTimeOffset Start = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly NetworkId Network = new("simulated");

    // Until all have heard what came of the last round.
    private static readonly TimeSpan Farewell = TimeSpan.FromMinutes(2);

    /// <summary>Plays all rounds.</summary>
    /// <param name="progress">Told after each round how many are played.</param>
    /// <param name="cancellation">Ends it.</param>
    public SimulationReport Run(IProgress<int>? progress, CancellationToken cancellation)
    {
        var (began, cpu, memory) = (clock.GetTimestamp(), Environment.CpuUsage.TotalTime, GC.GetTotalMemory(forceFullCollection: true));
        var (time, draws, calls) = (new VirtualTime(Start), new Draws(options.Seed), new CallTimes(clock));
        using var crowd = new Crowd(options, draws.Fork());
        using var hub = new SimulatedHub(SettingOf(crowd, draws.Fork()), learning, time, calls);
        var world = new World(time, hub, learning, new Accomplices(draws.Fork()), Network, options);
        var (tally, end) = (new CreditTally(crowd, options.HonestUntil), options.MostTime);
        hub.OnClosed = record =>
        {
            world.Models.Note(record);
            tally.Note(record, time.Elapsed);
            progress?.Report(tally.Rounds.Count);
            world.IsOver = tally.Rounds.Count >= options.Rounds;
            end = world.IsOver ? time.Elapsed + Farewell : end;
        };
        crowd.Enter(world, draws.Fork());
        while (time.Elapsed < end && time.Next())
        {
            cancellation.ThrowIfCancellationRequested();
        }

        var (wall, percentiles) = (clock.GetElapsedTime(began), calls.Percentiles());
        var cost = new RealCost(
            wall,
            Environment.CpuUsage.TotalTime - cpu,
            hub.Handled / wall.TotalSeconds,
            percentiles.P50,
            percentiles.P99,
            Math.Max(0, GC.GetTotalMemory(forceFullCollection: true) - memory) / (double)crowd.Count);
        return ReportOf(world, crowd, tally) with { Cost = cost };
    }

    private static SimulationReport ReportOf(World world, Crowd crowd, CreditTally tally)
    {
        var (trained, replayed) = (crowd.Machines.Sum(machine => machine.Trained), crowd.Machines.Append(crowd.Verifying).Sum(machine => machine.Replayed));
        return new SimulationReport(tally.Rounds, tally.Kinds(), world.Traffic.Figures())
        {
            VirtualTime = world.Time.Elapsed,
            Handled = world.Hub.Handled,
            Refused = world.Hub.Refused,
            Findings = world.Findings.Count,
            WronglyOut = tally.WronglyOut,
            VerifyingShare = trained == 0 ? 0 : (double)replayed / trained,
        };
    }

    private HubSetting SettingOf(Crowd crowd, Draws draws) => new()
    {
        Network = Network,
        Plan = options.Plan,
        Trust = options.Trust,
        Verifiers = crowd.Verifiers,
        Names = crowd.Trainers.Where(_ => options.Standing > 0).ToDictionary(one => one.Peer, _ => options.Standing),
        Senders = crowd.Count,
        Options = options.Hub,
        Draws = draws,
    };
}
