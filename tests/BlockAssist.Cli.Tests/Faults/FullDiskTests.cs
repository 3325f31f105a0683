using System.Diagnostics;
using BlockAssist.Cli.Running;
using BlockAssist.Cli.Tests.Swarm;

namespace BlockAssist.Cli.Tests.Faults;

/// <summary>A disk that takes nothing more.</summary>
[Collection(TrainingInTurn.Name)]
public sealed class FullDiskTests
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(6);

    [Fact]
    public async Task Who_plays_is_told_what_to_do_and_what_was_recorded_before_stays_whole()
    {
        using var disk = new SmallDisk(512);
        var home = Path.Combine(disk.Path, "home");
        Assert.Equal(ExitCode.Done, (await PlayAsync(home, 7)).Code);
        disk.Fill();

        var full = await PlayAsync(home, 8);
        disk.Free();
        var later = await PlayAsync(home, 9);

        Assert.Equal(ExitCode.Failed, full.Code);
        Assert.Contains("No space left on device", full.Error, StringComparison.Ordinal);
        Assert.Contains("Free some space there, or let BLOCKASSIST_HOME name", full.Error, StringComparison.Ordinal);
        Assert.True(later.Code == ExitCode.Done, later.Error);
        var verified = await CommandRun.Of(Verbs.All(), home, ["demos", "verify", "--json"]);
        Assert.Equal((2, 0), (verified.Json.GetProperty("exact").GetInt32(), verified.Json.GetProperty("mismatches").GetInt32()));
    }

    [Fact]
    public async Task Settings_and_keys_that_find_no_room_are_those_of_before()
    {
        using var disk = new SmallDisk(256);
        var home = Path.Combine(disk.Path, "home");
        await CommandRun.Of(Verbs.All(), home, ["config", "set", "node.run.mib-a-day", "77"]);
        var settings = await File.ReadAllTextAsync(Path.Combine(home, "blockassist.json"), TestContext.Current.CancellationToken);
        disk.Fill();

        var set = await CommandRun.Of(Verbs.All(), home, ["config", "set", "node.run.mib-a-day", "78"]);
        var key = await CommandRun.Of(Verbs.All(), home, ["key", "new", "--without-passphrase"]);
        disk.Free();

        Assert.Equal((ExitCode.Failed, ExitCode.Failed), (set.Code, key.Code));
        Assert.All((CommandRun[])[set, key], run => Assert.Contains("Free some space there", run.Error, StringComparison.Ordinal));
        Assert.Equal(settings, await File.ReadAllTextAsync(Path.Combine(home, "blockassist.json"), TestContext.Current.CancellationToken));
        Assert.Equal(ExitCode.Done, (await CommandRun.Of(Verbs.All(), home, ["key", "new", "--without-passphrase"])).Code);
    }

    [Fact]
    public void A_hub_that_has_no_room_for_a_while_loses_nothing_and_closes_its_round()
    {
        using var disk = new SmallDisk(64 << 10);
        using var model = new SmallSwarm();
        using var hub = new NodeProcess("hub", disk.Path, (program, words) => new ProcessStartInfo(program, words));
        hub.MakeIdentity();
        hub.Ask("swarm", "init", "--listen", $"127.0.0.1:{LoopbackPort.Free()}", "--base", model.Round.Base, "--rate", "0.003");
        var settings = hub.Folder.Settings();
        hub.Folder.Keep(settings with { Own = settings.Own! with { Plan = settings.Own.Plan with { Training = TimeSpan.FromSeconds(40), MostSegments = 2 } } });
        hub.Run("blockassist", "node", "run", "--data", model.File("play"));
        Await("the hub has a lease", () => hub.Status is { Lease: not null });

        disk.Fill();
        Await("the hub says that the disk is full", () => hub.HasSaid("No space left") || hub.HasSaid("disk is full"));
        var round = hub.Status!.Round;
        Thread.Sleep(TimeSpan.FromSeconds(5));
        hub.Demand();
        disk.Free();

        Await("the next round is closed", () => File.Exists(hub.RecordFileOf(round + 1)));
        Assert.Equal(0, hub.Terminate());

        void Await(string what, Func<bool> isSo) => hub.Await(what, Longest, isSo);
    }

    private static Task<CommandRun> PlayAsync(string home, int seed) => CommandRun.Of(Verbs.All(), home, ["play", "--headless", "--only-play", "--seed", $"{seed}"]);
}
