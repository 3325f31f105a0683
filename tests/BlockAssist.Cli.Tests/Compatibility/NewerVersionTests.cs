using System.Text.Json.Nodes;
using BlockAssist.Cli.Configuring;
using BlockAssist.Cli.Contributing;
using BlockAssist.Cli.Lifecycle;
using BlockAssist.Cli.Personal;
using BlockAssist.Cli.Running;
using BlockAssist.Cli.Swarm;
using BlockAssist.Cli.Tests.Swarm;
using BlockAssist.Net.Identities;
using BlockAssist.Net.Rounds;

namespace BlockAssist.Cli.Tests.Compatibility;

/// <summary>What a later program keeps in a home is refused in one wording, and neither written over nor deleted; what it adds to files of this version stays.</summary>
public sealed class NewerVersionTests : IDisposable
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 26, 12, 0, 0, TimeSpan.Zero);

    private readonly TemporaryFolder _folder = new();

    private NodeHome Home => new(_folder.Path);

    private ChainFolder Chain => ChainFolder.Of(Home);

    private SwarmFolder Swarm => SwarmFolder.Of(Home);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void What_is_kept_of_contributions()
    {
        IsRefused(Chain.SettingsFile, "chain settings", () => Chain.Settings(), () => Chain.Keep(new ChainSettings("http://127.0.0.1", 1, "0x")));
        IsRefused(Chain.ConsentFile, "consents", () => Consent.In(Home), () => new Consent(false, Noon).Keep(Home));
        var verdicts = _folder.File("verdicts/1.json");
        IsRefused(verdicts, "verdicts", () => KeptVerdicts.In(verdicts), () => KeptVerdicts.Keep(verdicts, []));
        var settlement = _folder.File("settlements/1.json");
        IsRefused(settlement, "settlements", () => Settlement.In(settlement));
    }

    [Fact]
    public void What_is_kept_of_a_swarm()
    {
        IsRefused(Swarm.SettingsFile, "swarm settings", () => Swarm.Settings(), () => Swarm.Keep(new SwarmSettings("friends", null, null)));
        IsRefused(Swarm.StatusFile, "statuses of nodes", () => SwarmView.NodeIn(Swarm), () => SwarmView.TryStatusIn(Swarm));
        IsRefused(Swarm.TrafficFile, "traffic files", () => new DailyTraffic(Swarm.Traffic, () => 0, TimeProvider.System).Today());
        var journal = _folder.File("run/run.json");
        IsRefused(journal, "journals of runs", () => LoopJournal.In(journal), () => new LoopJournal(new LoopOrder(1, 1, []), Noon).Keep(journal));
    }

    [Fact]
    public void Credit_is_counted_from_the_records_where_what_was_noted_of_them_is_newer_and_that_stays()
    {
        using var hub = KnownIdentity.Of(KnownIdentity.Hub);
        SomeRecord.Write(Swarm.RecordOf(1), SomeRecord.Of(1, new CreditLine(hub.Id, CreditReason.Verified, 10, 1, 1, 1, 1), hub.Id), hub, "friends");
        Write(Swarm.CreditFile, """{"version":2}""");
        var before = Newer.Around(Swarm.CreditFile);

        Assert.Equal(10, new OwnCredit(Swarm, hub.Id, hub.Id, new("friends")).Report(2)!.Locked);

        Assert.Equal(before, Newer.Around(Swarm.CreditFile));
    }

    [Fact]
    public void A_record_of_a_newer_version_is_no_missing_one()
    {
        using var hub = KnownIdentity.Of(KnownIdentity.Hub);
        var file = Swarm.RecordOf(1);
        SomeRecord.Write(file, SomeRecord.Of(1, null, hub.Id), hub, "friends");
        var bytes = File.ReadAllBytes(file);
        bytes[bytes.AsSpan().IndexOf((ReadOnlySpan<byte>)[0x08, 0x01, 0x12]) + 1] = 2;
        File.WriteAllBytes(file, bytes);

        var credit = new OwnCredit(Swarm, hub.Id, hub.Id, new("friends"));

        Newer.IsLeftAlone(file, "signed messages", () => new SignedRecords(Swarm, hub.Id, hub.Id, new("friends")).Read(1), () => credit.Report(2), () => credit.MissingBefore(2));
    }

    [Fact]
    public async Task How_verbs_run()
    {
        Write(Home.Configuration, """{"version":2,"node":{"run":{"days":"mo-fr"}}}""");
        var settings = Setting.Of(Verbs.Root(Verbs.All()));
        var file = new ConfigurationFile(Home.Configuration, settings);

        Newer.IsLeftAlone(Home.Configuration, "configurations", () => file.Read(), () => file.Set(settings[0], null));

        var run = await CommandRun.Of(Verbs.All(), _folder.Path, ["node", "run"]);
        Assert.Equal((ExitCode.Usage, $"blockassist: {Newer.Wording(Home.Configuration, "configurations")}\n"), (run.Code, run.Error));
        Write(Home.Configuration, """{"version":1,"node":{"run":{"hours":"22-7"}}}""");
        Assert.Equal(["22-7"], file.Read()["node.run.hours"]);
        file.Set(settings.Single(setting => setting.Name == "node.run.hours"), ["1-2"]);
        Assert.Equal(1, (int)JsonNode.Parse(File.ReadAllText(Home.Configuration))!["version"]!);
    }

    [Fact]
    public void Lines_of_logs_are_left_out_and_stay()
    {
        var ada = $"{new PeerId(Enumerable.Repeat((byte)1, PeerId.Bytes).ToArray())}";
        var log = new ReplayLog(Swarm);
        log.Add(new ReplayNote(Noon, 1, ada, 0, ada, ReplayOutcome.Same));
        var later = File.ReadAllText(Swarm.ReplayFile).Replace("{", """{"version":2,""", StringComparison.Ordinal);
        File.AppendAllText(Swarm.ReplayFile, later);
        log.Add(new ReplayNote(Noon, 1, ada, 2, ada, ReplayOutcome.Same));

        Assert.Equal([2, 0], log.Last(5).Select(note => note.Segment));
        Assert.Contains(later, File.ReadAllText(Swarm.ReplayFile), StringComparison.Ordinal);
        Assert.Null(LessonLog.In("""{"version":2,"at":"2026-11-26T12:00:00+00:00","sessions":1,"isPromoted":true}"""));
        Assert.NotNull(LessonLog.In("""{"version":1,"at":"2026-11-26T12:00:00+00:00","sessions":1,"isPromoted":true}"""));
    }

    [Fact]
    public void What_a_later_program_adds_to_settings_of_this_version_stays_when_they_are_written()
    {
        Write(Chain.SettingsFile, """{"rpc":"http://127.0.0.1","chainId":1,"contract":"0x","gas":"legacy","rounds":{"hours":1,"pool":"1","credit":"1","attests":true,"draws":5}}""");
        Write(Swarm.SettingsFile, """{"network":"friends","hub":null,"own":{"listen":"0.0.0.0:1","base":"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa","recipe":"bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb","plan":{"night":true},"colour":"red"}}""");
        Write(Chain.ConsentFile, """{"records":true,"at":"2026-11-26T12:00:00+00:00","why":"because"}""");

        Chain.Keep(Chain.Settings()! with { MaxGwei = 3 });
        Swarm.Keep(Swarm.Settings() with { Network = "others" });
        new Consent(false, Noon).Keep(Home);

        var chain = JsonNode.Parse(File.ReadAllText(Chain.SettingsFile))!;
        Assert.Equal((3, "legacy", 5, 1), ((int)chain["maxGwei"]!, (string?)chain["gas"], (int)chain["rounds"]!["draws"]!, (int)chain["version"]!));
        var swarm = JsonNode.Parse(File.ReadAllText(Swarm.SettingsFile))!;
        Assert.Equal((5, new Net.Hub.RoundPlan()), (Chain.Settings()!.Confirmations, Swarm.Settings().Own!.Plan));
        Assert.Empty(Swarm.Settings().Own!.Workers);
        Assert.Equal(("others", "red", true), ((string?)swarm["network"], (string?)swarm["own"]!["colour"], (bool)swarm["own"]!["plan"]!["night"]!));
        Assert.Equal("because", (string?)JsonNode.Parse(File.ReadAllText(Chain.ConsentFile))!["why"]);
    }

    private static void IsRefused(string file, string what, params ReadOnlySpan<Action> acts)
    {
        Write(file, """{"version":2,"something":"else"}""");
        Newer.IsLeftAlone(file, what, acts);
    }

    private static void Write(string file, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, text);
    }
}
