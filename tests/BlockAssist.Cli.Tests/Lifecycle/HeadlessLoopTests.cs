using System.Diagnostics;
using System.Text.Json;
using BlockAssist.Cli.Lifecycle;
using BlockAssist.Cli.Running;
using BlockAssist.Cli.Swarm;
using BlockAssist.Cli.Tests.Running;
using BlockAssist.Net.Identities;

namespace BlockAssist.Cli.Tests.Lifecycle;

/// <summary>All that a node does, from one command; and killed at any moment it goes on, with nothing lost and nothing twice.</summary>
[Collection(TrainingInTurn.Name)]
public sealed class HeadlessLoopTests : IDisposable
{
    private static readonly string[] Small = ["play", "--headless", "--seed", "7", "--learn-steps", "2", "--train-seconds", "20", "--json"];

    private readonly TemporaryFolder _folder = new();
    private readonly List<string> _said = [];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private NodeHome Home => new NodeHome(_folder.Path).Scripted;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task One_session_is_played_learnt_from_shared_and_recorded_and_a_kill_in_between_changes_nothing()
    {
        await RunAsync(1, kills: 3, seed: 1);

        await CheckAsync(1);
    }

    [Fact(Explicit = true)]
    public async Task Killed_fifty_times_at_random_nothing_is_lost_and_nothing_is_twice()
    {
        await RunAsync(3, kills: 50, seed: 2);

        await CheckAsync(3);
    }

    private async Task RunAsync(int sessions, int kills, int seed)
    {
        var chance = new Random(seed);
        for (var killed = 0; killed < kills; killed++)
        {
            using var process = Start(sessions);
            await Task.Delay(TimeSpan.FromMilliseconds(chance.Next(500, 14_000)), Cancellation);
            if (process.HasExited)
            {
                TestContext.Current.SendDiagnosticMessage("it was done after {0} kills", killed);
                break;
            }

            // The program alone, as a kill -9 of it would: what it does beside has to notice by itself.
            process.Kill();
            await process.WaitForExitAsync(Cancellation);
            TestContext.Current.SendDiagnosticMessage("killed in {0}", LoopJournal.In(Path.Combine(Home.Path, "run.json"))?.Stage.ToString() ?? "the beginning");
        }

        using var last = Start(sessions);
        var (output, error) = (last.StandardOutput.ReadToEndAsync(Cancellation), last.StandardError.ReadToEndAsync(Cancellation));
        await last.WaitForExitAsync(Cancellation);
        _said.AddRange(await output, await error);
        Assert.True(last.ExitCode == 0, await error);
        using var report = JsonDocument.Parse(await output);
        Assert.Equal(sessions, report.RootElement.GetProperty("sessions").GetArrayLength());
        Assert.All(report.RootElement.GetProperty("sessions").EnumerateArray(), session => Assert.True(session.GetProperty("complete").GetBoolean()));
    }

    private async Task CheckAsync(int sessions)
    {
        var journal = LoopJournal.In(Path.Combine(Home.Path, "run.json"))!;
        var self = new IdentityFile(Home.Identity).Read().Peer;
        var records = SignedRecords.In(SwarmFolder.Of(Home), self);
        var verified = await CommandRun.Of(Verbs.All(), Home.Path, ["demos", "verify", "--json"]);

        Assert.Equal((LoopStage.Done, true), (journal.Stage, journal.IsTold));
        Assert.Equal((sessions, 0), (verified.Json.GetProperty("exact").GetInt32(), verified.Json.GetProperty("mismatches").GetInt32()));
        Assert.Equal(sessions, Directory.GetFiles(Home.Episodes).Length);
        Assert.Equal(sessions, journal.Lessons.Count);
        Assert.Equal(Enumerable.Range(1, sessions), journal.Rounds.Select(round => round.Session));
        Assert.Equal(Enumerable.Range(1, sessions).Select(number => (ulong)number), records.Rounds());

        // Each contribution that the records tell of is on the ledger, once.
        var expected = RecordedWork.In(Home);
        Assert.NotEmpty(expected);
        Assert.Equal(expected, await RecordedWork.OnLedgerAsync(Home, Cancellation));

        // No key is anywhere but in its own file.
        var secrets = new HomeSecrets(Home);
        Assert.Empty(secrets.FilesIn(_folder.Path));
        Assert.DoesNotContain(_said, secrets.IsIn);
    }

    private Process Start(int sessions) => Process.Start(OwnProcess.Start([.. Small, "--sessions", $"{sessions}"], new Dictionary<string, string> { ["BLOCKASSIST_HOME"] = _folder.Path }))!;
}
