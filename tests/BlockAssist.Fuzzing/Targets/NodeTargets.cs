using System.Text;
using BlockAssist.Cli;
using BlockAssist.Cli.Configuring;
using BlockAssist.Cli.Contributing;
using BlockAssist.Cli.Lifecycle;
using BlockAssist.Cli.Personal;
using BlockAssist.Cli.Running;
using BlockAssist.Cli.Swarm;
using BlockAssist.Fuzzing.Engine;
using BlockAssist.Game.Input;
using BlockAssist.Game.Settings;
using BlockAssist.Net.Identities;
using BlockAssist.Net.Messages;

namespace BlockAssist.Fuzzing.Targets;

/// <summary>Files of a node, which people edit and crashes cut off, and what the environment says.</summary>
internal static class NodeTargets
{
    public static IReadOnlyList<FuzzTarget> All { get; } =
    [
        new("configuration", OfConfiguration)
        {
            Seeds = Texts("""{"node":{"run":{"hours":"22-7","threads":2}},"worker":{"threads":1}}""", "\uFEFF{}"),
            Allowed = [typeof(ForeseenException)],
            Words = [.. Setting.Of(Verbs.Root(Verbs.All())).SelectMany(setting => setting.Name.Split('.')).Distinct().Select(word => $"\"{word}\"")],
        },
        new("environment", OfEnvironment) { Seeds = Texts("22-7", "true", "5", "0.5", "a:b", "127.0.0.1:80"), Allowed = [typeof(ForeseenException)], MostBytes = 256 },
        new("game-settings", _ => bytes => SettingsText.Read(bytes, "fuzzed", [])) { Seeds = () => [SettingsText.Write(new GameSettings())] },
        new("key-binding", _ => bytes => Binding.Parse(Encoding.UTF8.GetString(bytes))) { Seeds = Texts("W", "Mouse:Left", "Gamepad:A", "Wheel:Up"), MostBytes = 256 },
        OfFile("loop-journal", file => LoopJournal.In(file), """{"order":{},"began":"2026-11-26T12:00:00Z","stage":"playing","played":[],"rounds":[]}"""),
        new("replay-log", OfReplayLog) { Seeds = Texts("\n{\"at\":\"2026-11-26T12:00:00Z\",\"names\":[],\"segment\":1,\"outcome\":\"same\"}\n{}") },
        OfFile("lease-order", file => LeaseOrder.Load(file), """{"claim":{},"files":{},"scratch":"a","calibration":null}""") with { Allowed = [typeof(ForeseenException)] },
        new("lesson", _ => bytes => LessonLog.In(Encoding.UTF8.GetString(bytes))) { Seeds = Texts("""{"at":"2026-11-26T12:00:00Z","report":{}}""") },
        new("settlement", _ => bytes => Settlement.Read(bytes, "fuzzed"))
        {
            Seeds = Texts("""{"round":1,"records":[{"round":1,"record":"ab"}],"lines":[{"peer":"a","account":"0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed","wei":"1000"}]}"""),
            Allowed = [typeof(InvalidDataException)],
            Words = ["\"round\"", "\"records\"", "\"lines\"", "\"wei\"", "\"account\"", "[null]"],
        },
        OfFile("verdicts", file => KeptVerdicts.In(file), """{"verdicts":[{"contribution":"0x00","accepts":true,"score":1,"salt":"0x00"}]}""") with { Allowed = [typeof(InvalidDataException), typeof(ForeseenException)] },
        OfHome("node-files", home =>
        {
            Try(() => Consent.In(home));
            Try(() => KnownAccount.In(home));
            Try(() => ChainFolder.Of(home).Settings());
            Try(() => SwarmFolder.Of(home).Settings());
            Try(() => OwnCredit.In(SwarmFolder.Of(home), default).Report(5));
            Try(() => new DailyTraffic(SwarmFolder.Of(home).Traffic, () => 0, TimeProvider.System).Today());
            Try(() => SwarmView.TryStatusIn(SwarmFolder.Of(home)));
            Try(() => _ = new HubChain(QuietContext.In(home.Path)).Known);
        }),
        new("training-hours", _ => bytes => TrainingTimes.TryParseHours(Encoding.UTF8.GetString(bytes), out var _)) { Seeds = Texts("22-7", "0-24"), MostBytes = 64 },
        new("signed-record", OfRecord) { Seeds = () => SeedMessages.OfHubs().Select(message => (byte[])[(byte)message.Kind.Number, .. message.Body.Span]) },
    ];

    private static Func<IEnumerable<byte[]>> Texts(params string[] texts) => () => texts.Select(Encoding.UTF8.GetBytes);

    private static FuzzTarget OfFile(string name, Action<string> read, string seed) => new(
        name,
        room => bytes =>
        {
            File.WriteAllBytes(room.File("fuzzed"), bytes);
            read(room.File("fuzzed"));
        })
    {
        Seeds = Texts(seed),
    };

    private static Action<byte[]> OfConfiguration(FuzzRoom room)
    {
        var file = new ConfigurationFile(room.File("blockassist.json"), Setting.Of(Verbs.Root(Verbs.All())));
        return bytes =>
        {
            File.WriteAllBytes(file.Path, bytes);
            file.Read();
        };
    }

    // The same for one setting after the other.
    private static Action<byte[]> OfEnvironment(FuzzRoom room)
    {
        var (root, number) = (Verbs.Root(Verbs.All()), 0);
        var settings = Setting.Of(root);
        return bytes =>
        {
            var setting = settings[(bytes.Length == 0 ? number++ : bytes[0]) % settings.Count];
            var text = Encoding.UTF8.GetString(bytes.AsSpan(Math.Min(1, bytes.Length)));
            new Configuration(root, new NodeHome(room.Folder), name => name == setting.Variable ? text : null).All();
        };
    }

    private static Action<byte[]> OfReplayLog(FuzzRoom room)
    {
        var folder = SwarmFolder.Of(new NodeHome(room.Folder));
        Directory.CreateDirectory(folder.Path);
        return bytes =>
        {
            File.WriteAllBytes(folder.ReplayFile, bytes);
            new ReplayLog(folder).Last(10);
        };
    }

    // A hub's word, signed.
    private static Action<byte[]> OfRecord(FuzzRoom room)
    {
        var folder = SwarmFolder.Of(new NodeHome(room.Folder));
        Directory.CreateDirectory(folder.Records);
        var hub = room.Own(SeedMessages.Identity(100));
        var writer = new Net.Envelopes.EnvelopeWriter(hub, SeedMessages.Network, MessageKinds.FromHub, TimeProvider.System);
        var records = new SignedRecords(folder, SeedMessages.Identity(1).Id, hub.Id, SeedMessages.Network);
        return bytes =>
        {
            if (bytes.Length > 0 && MessageKinds.FromHub.BodyOf(new(bytes[0])) >= bytes.Length)
            {
                File.WriteAllBytes(folder.RecordOf(7), writer.Write(new(bytes[0]), 7, bytes.AsSpan(1)));
                records.Read(7);
            }
        };
    }

    private static FuzzTarget OfHome(string name, Action<NodeHome> read) => new(
        name,
        room => bytes =>
        {
            var home = new NodeHome(room.Folder);
            var (chain, swarm) = (ChainFolder.Of(home), SwarmFolder.Of(home));
            Directory.CreateDirectory(chain.Path);
            Directory.CreateDirectory(swarm.Path);
            foreach (var file in (string[])[chain.ConsentFile, chain.AccountFile, chain.SettingsFile, chain.HubFile, swarm.SettingsFile, swarm.CreditFile, swarm.TrafficFile, swarm.StatusFile])
            {
                File.WriteAllBytes(file, bytes);
            }

            read(home);
        })
    {
        Seeds = Texts(
            """{"records":true}""",
            """{"hub":"a","network":"garden","own":null}""",
            """{"day":"2026-11-26","bytes":5}""",
            """{"hub":"12D3KooW","ledger":{"chainId":1,"contract":"0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed"}}""",
            """{"peer":"a","address":"0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed","lines":[null],"through":3}"""),
        ChangesInTests = 50,
        Words = ["[null]", "\"hub\"", "\"network\"", "\"own\"", "\"lines\"", "\"bytes\"", "\"credit\"", "\"round\""],
    };

    private static void Try(Action read)
    {
        try
        {
            read();
        }
        catch (Exception error) when (error is ForeseenException or InvalidDataException or IdentityException)
        {
            // Said to the person.
        }
    }
}
