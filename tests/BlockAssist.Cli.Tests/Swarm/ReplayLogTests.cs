using System.Globalization;
using BlockAssist.Cli.Swarm;
using BlockAssist.Net.Identities;
using BlockAssist.Net.Rounds;

namespace BlockAssist.Cli.Tests.Swarm;

public sealed class ReplayLogTests : IDisposable
{
    private static readonly string Ada = $"{new PeerId(Enumerable.Repeat((byte)1, PeerId.Bytes).ToArray())}";
    private static readonly string Bob = $"{new PeerId(Enumerable.Repeat((byte)2, PeerId.Bytes).ToArray())}";

    private readonly TemporaryFolder _home = new();
    private readonly SwarmFolder _folder;
    private readonly ReplayLog _log;

    public ReplayLogTests()
    {
        _folder = new SwarmFolder(Path.Combine(_home.Path, "swarm"));
        _log = new ReplayLog(_folder);
    }

    public void Dispose() => _home.Dispose();

    [Fact]
    public void What_was_noted_is_told_the_newest_first()
    {
        Assert.Empty(_log.Last(5));
        var notes = Enumerable.Range(0, 3).Select(Note).ToList();

        notes.ForEach(_log.Add);

        Assert.Equal([notes[2], notes[1]], new ReplayLog(_folder).Last(2));
    }

    [Fact]
    public void A_line_that_a_crash_cut_off_costs_itself_and_no_other()
    {
        _log.Add(Note(0));
        var whole = new FileInfo(_folder.ReplayFile).Length;
        _log.Add(Note(1));
        using (var file = File.OpenWrite(_folder.ReplayFile))
        {
            file.SetLength(whole + 20);
        }

        _log.Add(Note(2));

        Assert.Equal([2, 0], _log.Last(5).Select(note => note.Segment));
    }

    [Theory]
    [InlineData("{")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("5")]
    [InlineData("{}")]
    [InlineData("\0\0\0\0")]
    [InlineData("""{"at":"2026-01-01T00:00:00+00:00","round":1,"trainer":"<b>ada</b>","segment":1,"verifier":"BOB","outcome":"Same"}""")]
    [InlineData("""{"at":"2026-01-01T00:00:00+00:00","round":1,"trainer":"ADA","segment":-1,"verifier":"BOB","outcome":"Same"}""")]
    [InlineData("""{"at":"2026-01-01T00:00:00+00:00","round":1,"trainer":"ADA","segment":1,"verifier":"BOB","outcome":"Odd"}""")]
    [InlineData("""{"at":"2026-01-01T00:00:00+00:00","round":1,"trainer":"ADA","segment":1,"verifier":"BOB","outcome":77}""")]
    [InlineData("""{"at":"yesterday","round":1,"trainer":"ADA","segment":1,"verifier":"BOB","outcome":"Same"}""")]
    [InlineData("""{"at":"2026-01-01T00:00:00+00:00","round":1,"trainer":null,"segment":1,"verifier":"BOB","outcome":"Same"}""")]
    public void A_damaged_line_is_passed_over(string line)
    {
        _log.Add(Note(0));
        File.AppendAllText(_folder.ReplayFile, "\n" + line.Replace("ADA", Ada, StringComparison.Ordinal).Replace("BOB", Bob, StringComparison.Ordinal));
        _log.Add(Note(2));

        Assert.Equal([2, 0], _log.Last(5).Select(note => note.Segment));
    }

    [Fact]
    public void A_damaged_file_is_never_a_bug()
    {
        Enumerable.Range(0, 4).Select(Note).ToList().ForEach(_log.Add);
        byte[][] corpus = [File.ReadAllBytes(_folder.ReplayFile)];

        FuzzRun.Over(corpus, 200, bytes =>
        {
            File.WriteAllBytes(_folder.ReplayFile, bytes);
            Assert.All(_log.Last(10), note => Assert.NotNull(note.Names));
        });
    }

    [Fact]
    public void The_files_do_not_grow_for_ever_and_of_the_last_one_nothing_is_lost_when_another_is_begun()
    {
        Directory.CreateDirectory(_folder.Path);
        File.WriteAllText(_folder.OlderReplayFile, "older");
        _log.Add(Note(0));
        Fill();
        _log.Add(Note(1));
        _log.Add(Note(2));
        Fill();
        _log.Add(Note(3));

        Assert.Equal([3, 2, 1], _log.Last(5).Select(note => note.Segment));
        Assert.True(_log.Files.Sum(file => new FileInfo(file).Length) < (2 * ReplayLog.MostBytes) + 4096);

        // In front of what is there, so that it is not read.
        void Fill() => File.WriteAllBytes(_folder.ReplayFile, [.. Enumerable.Repeat((byte)'x', ReplayLog.MostBytes), .. "\n"u8, .. File.ReadAllBytes(_folder.ReplayFile)]);
    }

    [Fact]
    public void Of_a_file_that_is_too_long_only_the_end_is_read()
    {
        Directory.CreateDirectory(_folder.Path);
        File.WriteAllText(_folder.ReplayFile, string.Concat(Enumerable.Repeat("\n" + new string('x', 1000), 5000)));
        _log.Add(Note(7));

        Assert.Equal([7], _log.Last(5).Select(note => note.Segment));
    }

    [Fact]
    public void Words_of_strangers_are_kept_short_and_move_no_cursor()
    {
        _log.Add(Note(0) with { Reason = $"\e[2J\u009b31m<img src=x onerror=alert(1)>\r\n\u0007{new string('x', 5000)}" });

        var reason = Assert.Single(_log.Last(1)).Reason!;

        Assert.Equal(200, reason.Length);
        Assert.DoesNotContain(reason, char.IsControl);
        Assert.Contains("<img src=x onerror=alert(1)>", reason, StringComparison.Ordinal);
        Assert.Equal(2, File.ReadAllLines(_folder.ReplayFile).Length);
    }

    [Fact]
    public async Task Several_threads_may_add_at_once()
    {
        await Task.WhenAll(Enumerable.Range(0, 4).Select(thread => Task.Run(() => Enumerable.Range(thread * 50, 50).Select(Note).ToList().ForEach(_log.Add))));

        Assert.Equal(Enumerable.Range(0, 200), _log.Last(1000).Select(note => note.Segment).Order());
    }

    private static ReplayNote Note(int segment) =>
        new(DateTimeOffset.Parse("2026-01-01T00:00:00+00:00", CultureInfo.InvariantCulture), 3, Ada, segment, Bob, ReplayOutcome.Same) { Seconds = 2.5, Reason = "the same" };
}
