using BlockAssist.Cli.Dashboard.Pages;
using BlockAssist.Cli.Running;
using BlockAssist.Cli.Swarm;
using BlockAssist.Net.Identities;

namespace BlockAssist.Cli.Dashboard.Sources;

/// <summary>The rounds of a node's swarm, by the records that its hub has signed.</summary>
/// <param name="home">The home.</param>
/// <param name="hub">Asks the hub.</param>
internal sealed class RoundSource(NodeHome home, HubSource hub)
{
    private const int MostKept = 500;

    private readonly SwarmFolder _folder = SwarmFolder.Of(home);
    private readonly StampedCache<RoundSummary?> _read = new(MostKept);

    /// <summary>Rounds, the newest first.</summary>
    public async Task<SwarmRoundsPage> ReadAsync(Paging paging, CancellationToken cancellation)
    {
        var faults = new Faults();
        if (faults.Try(Own, null) is not { } self || faults.Try(() => SignedRecords.In(_folder, self), null) is not { } records)
        {
            return new SwarmRoundsPage([], 0) { Faults = faults.Lines };
        }

        var rounds = faults.Try(() => records.Rounds().Reverse().ToList(), []);
        var page = paging.Of(rounds).Select(round => TryRead(records, round, self, faults)).OfType<RoundSummary>();
        return new SwarmRoundsPage([.. page], rounds.Count) { Open = await hub.AskAsync(cancellation), Faults = faults.Lines };
    }

    private PeerId? Own() => File.Exists(_folder.SettingsFile) && new IdentityFile(home.Identity) is { Exists: true } identity ? identity.Read().Peer : null;

    private RoundSummary? TryRead(SignedRecords records, ulong round, PeerId self, Faults faults)
    {
        var file = _folder.RecordOf(round);
        var read = faults.Try(() => _read.Get(file, FileStamp.Of(file), () => records.Read(round) is { Record: var record } ? RoundReading.Of(record, self) : null), null);
        if (read is null)
        {
            faults.Add($"{file} is not what the hub said of round {round}; the node asks the hub for it once the file is away");
        }

        return read;
    }
}
