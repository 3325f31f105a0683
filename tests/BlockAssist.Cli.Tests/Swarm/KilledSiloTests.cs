using System.Diagnostics;
using BlockAssist.Net.Rounds;

namespace BlockAssist.Cli.Tests.Swarm;

/// <summary>Real processes, of which the one that drives the rounds is killed.</summary>
public sealed class KilledSiloTests(ITestOutputHelper output)
{
    private const string Asking = "BLOCKASSIST_SILOS";

    [Fact]
    public async Task A_round_goes_on_at_another_silo_over_Redis_when_the_process_that_drives_it_is_killed()
    {
        Demand();
        using var redis = RedisServer.StartOrSkip();
        await KillWhoDrivesAsync(redis.Address);
    }

    [Fact]
    public async Task A_round_goes_on_at_another_silo_over_PostgreSQL_when_the_process_that_drives_it_is_killed()
    {
        Demand();
        using var postgres = PostgresServer.StartOrSkip();
        await KillWhoDrivesAsync(postgres.AddressWithPassword);
    }

    private static void Demand() => Assert.SkipUnless(Environment.GetEnvironmentVariable(Asking) == "1", $"takes minutes; asked for by {Asking}=1");

    private async Task KillWhoDrivesAsync(string cluster)
    {
        await using var bucket = await S3Server.StartAsync();
        using var hub = new HubOfSilos(cluster, bucket, silos: 2);
        try
        {
            KillWhoDrives(hub);
        }
        catch
        {
            output.WriteLine(hub.Tails());
            throw;
        }
    }

    private void KillWhoDrives(HubOfSilos hub)
    {
        hub.Begin();
        hub.Await("the peer is in the middle of its lease", () => hub.Peer.Status is { Round: 1, Lease: { Done: > 0 } });

        var driver = hub.AwaitDriver();
        var killed = Stopwatch.GetTimestamp();
        hub.Silos[driver].Kill();
        var next = hub.AwaitDriver(after: killed);
        output.WriteLine($"driven by {hub.Silos[next].Name} {Stopwatch.GetElapsedTime(killed).TotalSeconds:F1} s after {hub.Silos[driver].Name} was killed");
        var first = hub.AwaitRecord(hub.Peer, 1);
        output.WriteLine($"round 1 over {Stopwatch.GetElapsedTime(killed).TotalSeconds:F1} s after that");

        // Who was killed is back, and whoever drives round 2 is killed when the lease is done.
        hub.Start(driver);
        hub.Await("who was killed lets peers in again", () => hub.Silos[driver].TimesSaid("Others join by") == 2);
        hub.Await("the peer has committed in round 2", () => hub.Peer.HasSaid("round 2: commit is taken"));
        var last = hub.AwaitDriver();
        var left = last == driver ? next : driver;
        hub.Silos[last].Kill();
        var second = hub.AwaitRecord(hub.Peer, 2);

        Assert.NotEqual(driver, next);
        foreach (var record in (RoundRecord[])[first, second])
        {
            var credit = Assert.Single(record.Credits);
            output.WriteLine($"round {record.Terms.Number}: {credit.Reason}, {credit.Amount:F1} for {credit.Segments} segments, {record.Verifications.Values.Sum():F1} for verifying, model {record.Model.ToString()[..12]}");
            Assert.Equal((hub.Peer.Peer, CreditReason.Verified), (credit.Peer, credit.Reason));
            Assert.InRange(credit.Amount, 1, record.Terms.Budget);
            Assert.InRange(credit.Amount + record.Verifications.Values.Sum(), 1, record.Terms.Budget + 1e-6);
            Assert.Equal([hub.Silos[0].Peer], record.Verifications.Keys);
        }

        Assert.Equal(first.Model, second.Terms.Base);
        var told = hub.AwaitRecord(hub.Silos[left], 2);
        Assert.Equal((second.Model, second.Terms.Opens), (told.Model, told.Terms.Opens));
        Assert.Equal(second.Credits, told.Credits);
    }
}
