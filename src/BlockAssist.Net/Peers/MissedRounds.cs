using System.Globalization;
using BlockAssist.Net.Envelopes;
using BlockAssist.Net.Identities;
using BlockAssist.Net.Messages;
using BlockAssist.Net.Rounds;

namespace BlockAssist.Net.Peers;

/// <summary>Rounds that were closed while a peer was away: what came of them is asked for, and what was kept to go on with them is deleted.</summary>
/// <param name="self">Who it is.</param>
/// <param name="link">Its way to the hub.</param>
/// <param name="gate">Lets in what the hub says.</param>
/// <param name="tools">What it works with.</param>
/// <param name="clips">Fetches what others shared in them.</param>
internal sealed class MissedRounds(PeerId self, PersistentLink link, EnvelopeGate gate, PeerTools tools, ClipPart clips)
{
    private readonly HashSet<ulong> _inVain = [];

    /// <summary>Catches up.</summary>
    /// <param name="current">The number of the round that is open, or next.</param>
    /// <param name="cancellation">Gives up.</param>
    public async Task CatchUpAsync(ulong current, CancellationToken cancellation)
    {
        var begun = Begun().Where(begun => begun.Round < current).ToDictionary(begun => begun.Round, begun => begun.Folder);
        foreach (var round in begun.Keys.Union(tools.MissingRecords(current).Except(_inVain)).Order().ToList())
        {
            if (await link.RecordAsync(round, cancellation).ConfigureAwait(false) is not { } bytes)
            {
                _inVain.Add(round);
                tools.News.Report(new Trouble($"the hub does not know what came of round {round}", TimeSpan.Zero));
            }
            else if (Take(round, bytes) is { } record && begun.ContainsKey(round))
            {
                clips.Take(record);
            }

            if (begun.TryGetValue(round, out var folder))
            {
                Directory.Delete(folder, recursive: true);
            }
        }
    }

    private IEnumerable<(ulong Round, string Folder)> Begun()
    {
        foreach (var folder in Directory.Exists(tools.Rounds) ? Directory.EnumerateDirectories(tools.Rounds) : [])
        {
            if (ulong.TryParse(Path.GetFileName(folder), NumberStyles.None, CultureInfo.InvariantCulture, out var round))
            {
                yield return (round, folder);
            }
        }
    }

    private RoundRecord? Take(ulong round, byte[] bytes)
    {
        if (gate.TryTake(bytes, out var envelope, out var refusal)
            && HubMessages.Read(envelope.Kind, self, envelope.Body.Span) is Close { Record: var record }
            && record.Terms.Number == round)
        {
            tools.News.Report(new RoundOver(record, record.Credits.FirstOrDefault(line => line.Peer == self), envelope.Bytes) { IsMissed = true });
            return record;
        }

        _inVain.Add(round);
        tools.News.Report(new Trouble($"what the hub says of round {round} is not taken: {(envelope is null ? refusal.ToString() : "it is no record of it")}", TimeSpan.Zero));
        return null;
    }
}
