using BlockAssist.Net.Clips;
using BlockAssist.Net.Envelopes;
using BlockAssist.Net.Hub;
using BlockAssist.Net.Rounds.Clips;
using BlockAssist.Simulation.Episodes;
using BlockAssist.Simulation.Files;
using Microsoft.Data.Sqlite;

namespace BlockAssist.Net.Tests.Compatibility;

/// <summary>What a later version says or keeps is refused in one wording, and left as it is.</summary>
public sealed class NewerVersionTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_signed_message_is_refused_and_its_sender_not_accused()
    {
        using var ada = Some.Peer(1);
        var later = Later(Some.Writer(ada, Some.Clock()).Write(Some.Beat, 7, "hello"u8));

        var refusal = Some.Gate(Some.Clock()).Refuses(later);

        Assert.Equal(RefusalReason.UnknownVersion, refusal.Reason);
        Assert.Equal(Newer.Wording("the envelope", "signed messages"), refusal.ToString());
        Newer.IsRefused("a record", "signed messages", () => Envelope.DemandKnown(later, "a record"));
        Newer.IsRefused("an envelope in the log of a round", "signed messages", () => Envelope.OfLog(later));
        Assert.Equal("an envelope of version 0, expected 1", new Refusal(RefusalReason.UnknownVersion, 0, 1).ToString());
    }

    [Fact]
    public async Task A_log_of_rounds_is_refused_and_nothing_added()
    {
        var path = _folder.File("hub.sqlite");
        using (var made = new SqliteRoundLog(path))
        {
            await made.AppendAsync(1, 0, new LogEntry(Some.Noon, new byte[] { 1 }), CancellationToken.None);
        }

        SetVersion(path, 2);
        using var log = new SqliteRoundLog(path);

        Newer.IsLeftAlone(
            path,
            RoundLogs.Kind,
            () => log.LastRoundAsync(CancellationToken.None).GetAwaiter().GetResult(),
            () => log.ReadAsync(1, CancellationToken.None).GetAwaiter().GetResult(),
            () => log.AppendAsync(1, 1, new LogEntry(Some.Noon, default), CancellationToken.None).GetAwaiter().GetResult());
    }

    [Fact]
    public async Task A_log_of_before_versions_were_noted_is_of_the_first()
    {
        var path = _folder.File("hub.sqlite");
        using (var made = new SqliteRoundLog(path))
        {
            await made.AppendAsync(1, 0, new LogEntry(Some.Noon, new byte[] { 1 }), CancellationToken.None);
        }

        SetVersion(path, 0);
        using var log = new SqliteRoundLog(path);

        Assert.Single(await log.ReadAsync(1, CancellationToken.None));
    }

    [Fact]
    public void A_clip_is_worth_nothing_and_costs_its_peer_nothing()
    {
        var clip = _folder.File("clip.bae");
        var bytes = GoldenFiles.Read("clip.bae", static () => throw new InvalidOperationException("the tests of the simulation make it"));
        bytes[FindVersion(bytes)] = 2;
        File.WriteAllBytes(clip, Sealed(bytes));
        Assert.Throws<NewerVersionException>(() => EpisodeReader.Open(clip));

        Assert.Null(ClipJudge.WorthOf(clip));
        Assert.InRange(new FileInfo(clip).Length, 1, ClipLimits.MostBytes);
    }

    // The version is the first byte of the first record, whose length has one or two bytes.
    private static int FindVersion(byte[] episode) => episode[9] < 0x80 ? 10 : 11;

    private static byte[] Sealed(byte[] episode)
    {
        var start = FindVersion(episode);
        var length = episode[9] < 0x80 ? episode[9] : (episode[9] & 0x7F) | (episode[10] << 7);
        System.Buffers.Binary.BinaryPrimitives.WriteUInt32LittleEndian(episode.AsSpan(start + length), System.IO.Hashing.Crc32.HashToUInt32(episode.AsSpan(8, start + length - 8)));
        return episode;
    }

    private static byte[] Later(byte[] envelope)
    {
        var at = envelope.AsSpan().IndexOf((ReadOnlySpan<byte>)[0x08, 0x01, 0x12]);
        envelope[at + 1] = 2;
        return envelope;
    }

    private static void SetVersion(string path, int version)
    {
        using var connection = new SqliteConnection($"Data Source={path};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = $"PRAGMA user_version = {version}";
        command.ExecuteNonQuery();
    }
}
