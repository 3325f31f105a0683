using BlockAssist.Learner.Networks;

namespace BlockAssist.Cli.Swarm.Studies.Learning;

/// <summary>Runs of swarms that learn, each noted when it is done.</summary>
/// <param name="options">How much is measured, and from what play.</param>
/// <param name="progress">Told of each run.</param>
/// <param name="cancellation">Ends the run.</param>
internal sealed class LearningRuns(StudyOptions options, IProgress<string> progress, CancellationToken cancellation) : IDisposable
{
    private const int Episodes = 48;
    private const int FewEpisodes = 6;

    private const int UsuallyJudged = 64;

    private static readonly (int Learnt, int Chosen, int Judged) Windows = (600, 8, UsuallyJudged);
    private static readonly (int Learnt, int Chosen, int Judged) FewWindows = (24, 8, 8);

    private readonly string _folder = Directory.CreateTempSubdirectory("blockassist-study-").FullName;
    // How many steps one peer makes before a swarm begins.
    private readonly int _begunWith = options.Quick ? 10 : 300;
    private readonly Dictionary<ulong, float[]> _begun = [];
    private readonly StudyWatch _watch = new(options.Clock);
    private readonly HashSet<string> _told = new(StringComparer.Ordinal);
    private LearningSwarm? _swarm;
    private double _wall;
    private double _cpu;

    /// <summary>By how many windows of 32 turns models are judged.</summary>
    public int Judged { get; init; } = UsuallyJudged;

    /// <summary>How many weights the model has.</summary>
    public int Weights => Swarm.Weights;

    /// <summary>What a swarm comes to: its loss in nats a turn, and the share of turns that it foresees.</summary>
    public (double Loss, double Accuracy) Of(SwarmLearning plan) => Measure(plan.ToString(), plan.Seed, begun => Swarm.Together(plan, begun, cancellation));

    /// <summary>What one peer comes to that learns from larger batches.</summary>
    public (double Loss, double Accuracy) Alone(int steps, int batch, ulong seed) =>
        Measure($"alone, {steps} steps of {batch}, seed {seed}", seed, begun => Swarm.Alone(begun, steps, batch, seed, cancellation));

    /// <summary>What a swarm begins with comes to.</summary>
    public (double Loss, double Accuracy) Before(ulong seed) => Measure($"before, seed {seed}", seed, begun => begun);

    /// <summary>The report, with how long all runs took together.</summary>
    public StudyReport Report(IReadOnlyList<StudyTable> tables, IReadOnlyList<StudyCheck> checks, IReadOnlyList<StudyChart> charts) =>
        new(tables, checks, TimeSpan.FromSeconds(_wall), TimeSpan.Zero, TimeSpan.FromSeconds(_cpu)) { Charts = charts };

    /// <summary>A report with how long other runs took, too.</summary>
    public StudyReport And(StudyReport report) =>
        report with { Wall = report.Wall + TimeSpan.FromSeconds(_wall), Cpu = report.Cpu + TimeSpan.FromSeconds(_cpu) };

    /// <inheritdoc/>
    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private LearningSwarm Swarm => _swarm ??= Open();

    private LearningSwarm Open()
    {
        TorchRuntime.Start(options.Threads);
        var play = options.Play is { } folder ? StudyPlay.In(folder) : StudyPlay.MadeUpIn(_folder, options.Quick ? FewEpisodes : Episodes, cancellation);
        return new LearningSwarm(play, options.Quick ? FewWindows : Windows with { Judged = Judged }, cancellation);
    }

    private (double Loss, double Accuracy) Measure(string what, ulong seed, Func<float[], float[]> learn)
    {
        cancellation.ThrowIfCancellationRequested();
        var note = options.Notes.Of($"{what}; begun with {_begunWith}; {options.Play ?? "made up"}{(options.Quick ? "; quick" : "")}{(Judged == UsuallyJudged ? "" : FormattableString.Invariant($"; judged by {Judged}"))}", _watch, () =>
        {
            var (loss, accuracy) = Swarm.Judge(learn(BeginOf(seed)), cancellation);
            return new Dictionary<string, double> { ["loss"] = loss, ["accuracy"] = accuracy };
        });
        if (_told.Add(what))
        {
            _wall += note.Wall;
            _cpu += note.Cpu;
            progress.Report(FormattableString.Invariant($"{what}: loss {note.Values["loss"]:F4}, {note.Values["accuracy"]:P2} foreseen; {note.Wall:F0} s"));
        }

        return (note.Values["loss"], note.Values["accuracy"]);
    }

    private float[] BeginOf(ulong seed)
    {
        if (!_begun.TryGetValue(seed, out var begun))
        {
            _begun[seed] = begun = Swarm.Begin(_begunWith, seed, cancellation);
        }

        return begun;
    }
}
