using BlockAssist.Chain.Contributions;
using BlockAssist.Chain.Values;
using BlockAssist.Cli.Configuring;
using BlockAssist.Cli.Contributing;
using BlockAssist.Cli.Lifecycle;
using BlockAssist.Cli.Personal;
using BlockAssist.Cli.Play;
using BlockAssist.Cli.Running;
using BlockAssist.Cli.Swarm;
using BlockAssist.Cli.Tests.Swarm;
using BlockAssist.Learner.Evaluation;
using BlockAssist.Learner.Personal;
using BlockAssist.Net.Identities;
using BlockAssist.Net.Rounds;

namespace BlockAssist.Cli.Tests.Compatibility;

/// <summary>What a node of version 1 kept in its home is read as it was meant.</summary>
public sealed class FirstVersionTests : IDisposable
{
    private const string Network = "friends";

    private static readonly DateTimeOffset Noon = new(2026, 11, 26, 12, 0, 0, TimeSpan.Zero);
    private static readonly string Account = $"0x{new string('1', 40)}";
    private static readonly string Digest = new('a', 64);

    private readonly TemporaryFolder _folder = new();
    private readonly PeerIdentity _hub = KnownIdentity.Of(KnownIdentity.Hub);
    private readonly PeerIdentity _self = KnownIdentity.Of(KnownIdentity.Self);

    private NodeHome Home => new(_folder.Path);

    private ChainFolder Chain => ChainFolder.Of(Home);

    private SwarmFolder Swarm => SwarmFolder.Of(Home);

    public void Dispose()
    {
        _hub.Dispose();
        _self.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public void Which_chain_is_used()
    {
        var settings = new ChainSettings("http://127.0.0.1:8545", 31337, Account) { Confirmations = 3, MaxGwei = 7.5, First = 9, Rounds = new KeptRounds(12, "0.5", "0.001", true) };

        Restore("chain.json", Chain.SettingsFile, () => Chain.Keep(settings));

        Assert.Equal(settings, Chain.Settings());
    }

    [Fact]
    public void Whether_contributions_are_recorded()
    {
        Restore("consent.json", Chain.ConsentFile, () => new Consent(true, Noon).Keep(Home));

        Assert.Equal(new Consent(true, Noon), Consent.In(Home));
    }

    [Fact]
    public void Which_account_is_a_peer_s()
    {
        using var phrase = RecoveryPhrase.Parse(KnownIdentity.Self);
        new IdentityFile(Home.Identity).SaveWithKeyFile(phrase);
        Restore("account.json", Chain.AccountFile, () => Form(new KnownAccount($"{_self.Id}", Account), ContributingJson.Default.KnownAccount, Chain.AccountFile));

        Assert.Equal(Address.Parse(Account), KnownAccount.In(Home));
    }

    [Fact]
    public void What_a_verifier_said()
    {
        var verdict = new Verdict(Hash32.Parse("0x" + Digest), true, 7, Hash32.Parse("0x" + new string('b', 64)));
        var file = _folder.File("chain/1.json");

        Restore("verdicts.json", file, () => KeptVerdicts.Keep(file, [verdict]));

        Assert.Equal([verdict], KeptVerdicts.In(file));
    }

    [Fact]
    public void What_a_round_credits_to_the_byte()
    {
        var settlement = new Settlement(4, [new SettledRecord(7, Digest)], [new SettledLine($"{_self.Id}", Account, "1000000000000000000")]);
        var file = _folder.File("chain/4.json");

        Restore("settlement.json", file, () => settlement.Keep(file));
        var (read, digest) = Settlement.In(file)!.Value;

        Assert.Equal((4U, new SettledRecord(7, Digest), settlement.Lines[0]), (read.Round, read.Records.Single(), read.Lines.Single()));
        settlement.Keep(file);
        Assert.Equal(digest, Settlement.In(file)!.Value.Digest);
    }

    [Fact]
    public void Which_swarm_a_node_has_joined_or_coordinates()
    {
        Restore("swarm.json", Swarm.SettingsFile, () => Swarm.Keep(new SwarmSettings(Network, null, new OwnSwarm("0.0.0.0:7777", Digest, Digest) { Workers = [$"{_self.Id}"], Rollback = new SwarmRollback(3, Digest) })));

        var settings = Swarm.Settings();

        Assert.Equal((Network, null, "0.0.0.0:7777", Digest), (settings.Network, settings.Hub, settings.Own?.Listen, settings.Own?.Base));
        Assert.Equal([$"{_self.Id}"], settings.Own!.Workers);
        Assert.Equal((new SwarmRollback(3, Digest), new Net.Hub.RoundPlan()), (settings.Own.Rollback, settings.Own.Plan));
    }

    [Fact]
    public void What_a_node_does_and_how_much_it_moved()
    {
        var status = new NodeStatus { Process = 12, Since = Noon, At = Noon.AddMinutes(1), Network = Network, Peer = $"{_self.Id}", Round = 5, Doing = "trains", Replays = 2, Lease = new LeaseStatus(1, 3, Noon) };

        Restore("status.json", Swarm.StatusFile, () => Swarm.Status.Write(status));
        Restore("traffic.json", Swarm.TrafficFile, () => Swarm.Traffic.Write(new TrafficForm(new DateOnly(2026, 11, 26), 5 << 20)));

        var read = SwarmView.NodeIn(Swarm).Status!;
        Assert.Equal(status with { Credits = [], Models = [] }, read with { Credits = status.Credits, Models = status.Models });
        Assert.Equal(new TrafficForm(new DateOnly(2026, 11, 26), 5 << 20), Swarm.Traffic.Read());
    }

    [Fact]
    public void What_the_records_of_a_hub_brought()
    {
        Restore("record.envelope", Swarm.RecordOf(1), () => SomeRecord.Write(Swarm.RecordOf(1), SomeRecord.Of(1, new CreditLine(_self.Id, CreditReason.Verified, 10, 1, 1, 1, 1), _self.Id, paid: 5), _hub, Network));
        var credit = new OwnCredit(Swarm, _self.Id, _hub.Id, new(Network));
        Restore("credit.json", Swarm.CreditFile, () => Assert.NotNull(credit.Report(2)));

        Assert.Equal(15, credit.Report(2)!.Locked);
        Assert.Equal(new CreditShare(1, CreditReason.Verified, 10, 5, null), Swarm.Credit.Read()!.Shares.Single());
        File.Delete(Swarm.RecordOf(1));
        Assert.Equal(15, new OwnCredit(Swarm, _self.Id, _hub.Id, new(Network)).Report(2)!.Locked);
    }

    [Fact]
    public void Which_ledger_a_hub_had()
    {
        Restore("hub.json", Chain.HubFile, () => Form(new KnownHubLedger($"{_hub.Id}", new LedgerPlace(31337, Account)), ContributingJson.Default.KnownHubLedger, Chain.HubFile));

        Assert.Equal(
            new KnownHubLedger($"{_hub.Id}", new LedgerPlace(31337, Account)),
            new Simulation.Files.JsonFile<KnownHubLedger>(Chain.HubFile, "noted ledgers of hubs", ContributingJson.Default.KnownHubLedger).Read());
    }

    [Fact]
    public void How_far_a_run_is()
    {
        var file = _folder.File("run.json");
        var journal = new LoopJournal(new LoopOrder(3, 7, ["a.json"]), Noon)
        {
            Stage = LoopStage.Sharing,
            File = "one.bae",
            Awaited = new AwaitedRound(1, 4),
            Played = [new SessionReport("a house", "one.bae", 100, 20, 1, true, 50, 40)],
            Troubles = ["none to speak of"],
            Seconds = 12.5,
        };

        Restore("run.json", file, () => journal.Keep(file));

        var read = LoopJournal.In(file)!;
        Assert.Equal((LoopStage.Sharing, "one.bae", journal.Awaited, 12.5, Noon), (read.Stage, read.File, read.Awaited, read.Seconds, read.Began));
        Assert.Equal((3, 7UL, "a.json"), (read.Order.Sessions, read.Order.Seed, read.Order.Goals.Single()));
        Assert.Equal(journal.Played, read.Played);
        Assert.Equal(journal.Troubles, read.Troubles);
    }

    [Fact]
    public void What_was_learnt_from_a_player_and_trained_again()
    {
        var (lessons, replays) = (new LessonLog(Home), new ReplayLog(Swarm));
        var trial = new PersonalTrial(new Estimate(0.5, 0.25, 0.75), new Estimate(0, 0, 0), new Estimate(-0.5, -1, 0), 0.125);
        var note = new ReplayNote(Noon, 3, $"{_hub.Id}", 1, $"{_self.Id}", ReplayOutcome.Same) { Seconds = 2.5, Reason = "the same bits" };

        Restore("lessons.jsonl", lessons.Path, () => Write(lessons.Path, System.Text.Json.JsonSerializer.SerializeToUtf8Bytes(new Lesson(Noon, 4, Digest, Digest, trial, true), PersonalJsonForms.Default.Lesson)));
        Restore("replays.jsonl", Swarm.ReplayFile, () => replays.Add(note));

        Assert.Equal(new Lesson(Noon, 4, Digest, Digest, trial, true), LessonLog.In(File.ReadAllText(lessons.Path).Trim()));
        Assert.Equal([note], replays.Last(5));
    }

    [Fact]
    public void How_verbs_run_and_what_is_shared()
    {
        var settings = Setting.Of(Verbs.Root(Verbs.All()));
        var file = new ConfigurationFile(Home.Configuration, settings);
        Restore("blockassist.json", Home.Configuration, () => file.Set(settings.Single(setting => setting.Name == "node.run.hours"), ["22-7"]));
        Directory.CreateDirectory(Home.Episodes);
        Write(Path.Combine(Home.Episodes, "one.bae"), []);
        Restore("shared.txt", _folder.File("shared.txt"), () => new SharedSessions(Home).Set([Path.Combine(Home.Episodes, "one.bae")], share: true));

        Assert.Equal(["22-7"], file.Read()["node.run.hours"]);
        Assert.Equal([Path.Combine(Home.Episodes, "one.bae")], new SharedSessions(Home).Files());
    }

    // Brings the golden file to where a node has it.
    private static void Restore(string name, string file, Action make)
    {
        var bytes = GoldenFiles.Read(name, () =>
        {
            make();
            return File.ReadAllBytes(file);
        });
        Write(file, bytes);
    }

    private static void Form<T>(T value, System.Text.Json.Serialization.Metadata.JsonTypeInfo<T> form, string file)
        where T : class => new Simulation.Files.JsonFile<T>(file, "", form).Write(value);

    private static void Write(string file, byte[] bytes)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllBytes(file, bytes);
    }
}
