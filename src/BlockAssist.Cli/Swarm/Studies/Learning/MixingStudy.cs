using BlockAssist.Learner.Networks;

namespace BlockAssist.Cli.Swarm.Studies.Learning;

/// <summary>How much of what others shared a peer should learn from, beside its own (SAPO, arXiv 2509.08721).</summary>
internal sealed class MixingStudy : IStudy
{
    private const int Episodes = 48;
    private const int FewEpisodes = 12;
    private const int MostPeers = 4;

    private static readonly (int Own, int Theirs)[] Mixes = [(8, 0), (6, 2), (4, 4), (2, 6)];

    /// <inheritdoc/>
    public string Name => "mixing";

    /// <inheritdoc/>
    public string Question => "How much of what others shared should a peer learn from, beside its own?";

    /// <inheritdoc/>
    public StudyReport Run(StudyOptions options, IProgress<string> progress, CancellationToken cancellation)
    {
        var folder = Directory.CreateTempSubdirectory("blockassist-study-").FullName;
        try
        {
            TorchRuntime.Start(options.Threads);
            var play = options.Play is { } people ? StudyPlay.In(people) : StudyPlay.MadeUpIn(Path.Combine(folder, "play"), options.Quick ? FewEpisodes : Episodes, cancellation);
            var table = new Lazy<MixingTable>(() => new MixingTable(
                play, SharedClips.Of(play.Learnt.Demonstrations, Path.Combine(folder, "clips"), cancellation), options.Quick ? (24, 8) : (600, 64), cancellation));
            var runs = Runs(options, play, table, progress, cancellation).ToList();
            var cells = runs.GroupBy(run => run.Mix).Select(group => Cell.Of(group.Key, [.. group], [.. runs.Where(run => run.Mix == Mixes[0])])).ToList();
            return new StudyReport(
                [Table(cells, options)], [], TimeSpan.FromSeconds(runs.Sum(run => run.Note.Wall)), TimeSpan.Zero, TimeSpan.FromSeconds(runs.Sum(run => run.Note.Cpu)))
            {
                Charts = [Chart(cells)],
            };
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static int Steps(StudyOptions options) => options.Quick ? 4 : 500;

    private static int Houses(StudyOptions options) => options.Quick ? 2 : 30;

    private static IEnumerable<MixedRun> Runs(StudyOptions options, StudyPlay play, Lazy<MixingTable> table, IProgress<string> progress, CancellationToken cancellation)
    {
        var watch = new StudyWatch(options.Clock);
        foreach (var (mix, peer, seed) in from mix in Mixes from peer in play.Learnt.Participants.Take(options.Quick ? 1 : MostPeers) from seed in options.All select (mix, peer, seed))
        {
            cancellation.ThrowIfCancellationRequested();
            var key = FormattableString.Invariant($"{mix.Own} own, {mix.Theirs} shared; peer {peer}, seed {seed}; {Steps(options)} steps, {Houses(options)} houses; {options.Play ?? "made up"}");
            var note = options.Notes.Of(key, watch, () =>
            {
                var (loss, built) = table.Value.Learn(peer, mix.Theirs / (double)(mix.Own + mix.Theirs), Steps(options), Houses(options), seed, cancellation);
                return new Dictionary<string, double> { ["loss"] = loss, ["built"] = built };
            });
            progress.Report(FormattableString.Invariant($"{key}: loss {note.Values["loss"]:F3}, {note.Values["built"]:P1} built; {note.Wall:F0} s"));
            yield return new MixedRun(mix, peer, seed, note);
        }
    }

    private static StudyTable Table(List<Cell> cells, StudyOptions options) => new(
        $"{cells[0].Peers} peers, {Steps(options)} steps of 8 windows each, then {Houses(options)} small houses built alone",
        ["own : shared", "loss at others' play", "goal built", "more than with one's own alone"],
        [.. cells.Select(cell => (IReadOnlyList<string>)
        [
            $"{cell.Mix.Own} : {cell.Mix.Theirs}",
            cell.Loss.Text("F3"),
            cell.Built.Text("P1"),
            cell.More.Text("P1"),
        ])]);

    private static StudyChart Chart(List<Cell> cells) => new(
        "mixing",
        "What clips of others bring a peer",
        "windows of others, of eight",
        "share of the goal built alone",
        [new StudyLine("built", [.. cells.Select(cell => new StudyPoint(cell.Mix.Theirs, cell.Built.Mean, cell.Built.Low, cell.Built.High))])]);

    private sealed record MixedRun((int Own, int Theirs) Mix, string Peer, ulong Seed, StudyNote Note)
    {
        public double Built => Note.Values["built"];
    }

    private sealed record Cell((int Own, int Theirs) Mix, int Peers, Interval Loss, Interval Built, Interval More)
    {
        public static Cell Of((int Own, int Theirs) mix, List<MixedRun> runs, List<MixedRun> alone) => new(
            mix,
            runs.Select(run => run.Peer).Distinct().Count(),
            Interval.Of([.. runs.Select(run => run.Note.Values["loss"])]),
            Interval.Of([.. runs.Select(run => run.Built)]),
            Interval.Of([.. runs.Select(run => run.Built - alone.First(one => one.Peer == run.Peer && one.Seed == run.Seed).Built)]));
    }
}
