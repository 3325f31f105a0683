using System.Text.Json;
using BlockAssist.Chain.Outboxes;
using BlockAssist.Cli.Contributing;
using BlockAssist.Cli.Personal;
using BlockAssist.Cli.Play;
using BlockAssist.Cli.Running;
using BlockAssist.Cli.Supervision;
using BlockAssist.Cli.Swarm;
using BlockAssist.Cli.Watching;
using BlockAssist.Game.Platform;
using BlockAssist.Net.Identities;
using BlockAssist.Simulation.Building;
using BlockAssist.Simulation.Files;

namespace BlockAssist.Cli.Lifecycle;

/// <summary>All that a node does, played through by a scripted player: build, learn, share, post, and again, without display, network or account.</summary>
/// <param name="context">The scripted player's home.</param>
/// <param name="supervisor">Does what is done beside play.</param>
internal sealed class HeadlessLoop(CommandContext context, Supervisor supervisor)
{
    /// <summary>How many steps the assistant learns after a session, unless somebody says otherwise.</summary>
    public const int UsualSteps = 50;

    /// <summary>How many seconds are trained in a round, unless somebody says otherwise.</summary>
    public const int UsualTraining = 20;

    private const int Practice = 24;
    private const int MostSteps = 3000;
    private const int MostTroubles = 100;

    private static readonly SiteOptions Usual = new();
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private readonly TimeProvider _clock = context.Surroundings.Clock;
    private LoopJournal _journal = null!;

    /// <summary>How many steps the assistant learns after a session.</summary>
    public int Steps { get; init; } = UsualSteps;

    /// <summary>How long is trained in a round.</summary>
    public TimeSpan Training { get; init; } = TimeSpan.FromSeconds(UsualTraining);

    private string JournalFile => Path.Combine(context.Home.Path, "run.json");

    /// <summary>Runs it to its end; one that was broken off is gone on with.</summary>
    /// <param name="order">What is asked for.</param>
    /// <param name="isSeedNamed">Whether somebody named the seed.</param>
    /// <param name="cancellation">Breaks it off; the same order goes on.</param>
    public async Task<LoopReport> RunAsync(LoopOrder order, bool isSeedNamed, CancellationToken cancellation)
    {
        using var held = HeldFile.TryTake(Path.Combine(context.Home.Path, "run.lock")) ?? throw new ForeseenException("the scripted player plays already", "Wait until it is done, or stop it.");
        Begin(order, isSeedNamed);
        var lifecycle = new NodeLifecycle(_journal.Stage);
        while (lifecycle.Stage != LoopStage.Done)
        {
            var since = _clock.GetTimestamp();
            var step = await DoAsync(lifecycle.Stage, cancellation);
            lifecycle.Take(step);
            Keep(_journal with { Stage = lifecycle.Stage, Seconds = _journal.Seconds + _clock.GetElapsedTime(since).TotalSeconds });
        }

        var report = await ReportAsync(cancellation);
        Keep(_journal with { IsTold = true });
        return report;
    }

    private void Begin(LoopOrder order, bool isSeedNamed)
    {
        var before = LoopJournal.In(JournalFile);
        if (before is { IsTold: false } && order.IsOf(before.Order, isSeedNamed))
        {
            context.Log.Information("Goes on with session {Number} of {Sessions}, where it was broken off: {Stage}", Math.Min(before.Played.Count + 1, order.Sessions), order.Sessions, before.Stage);
            _journal = before;
            return;
        }

        var consent = new GameConsent(context);
        if (consent.IsGiven is null)
        {
            consent.Decide(isGiven: true);
        }

        Keep(new LoopJournal(order, _clock.GetUtcNow()));
    }

    private async Task<LoopStep> DoAsync(LoopStage stage, CancellationToken cancellation)
    {
        switch (stage)
        {
            case LoopStage.Idle when _journal.Played.Count < _journal.Order.Sessions:
                var (name, _) = Goals().Take(_journal.Played.Count);
                Keep(_journal with { File = new EpisodeFiles(context.Home.Episodes, _clock).Next(name) });
                return LoopStep.Play;
            case LoopStage.Idle:
                return LoopStep.End;
            case LoopStage.Playing:
                await Task.Run(() => Play(cancellation), cancellation);
                return LoopStep.Recorded;
            case LoopStage.Learning:
                await LearnAsync(cancellation);
                return LoopStep.Learnt;
            case LoopStage.Sharing:
                await ShareAsync(cancellation);
                return LoopStep.Shared;
            default:
                await PostAsync(cancellation);
                return LoopStep.Posted;
        }
    }

    // What a crash left of a session is played again: the same seed builds the same.
    private void Play(CancellationToken cancellation)
    {
        Directory.CreateDirectory(context.Home.Episodes);
        File.Delete(_journal.File!);
        var number = _journal.Played.Count;
        using var helper = PlayHelper.Open(context, PlayHelper.Belief, model: null, Usual.Size, inRealTime: false);
        var seats = Seats.Of(Seat.Scripted("human"), helper.Seat, _journal.Order.Seed);
        var options = Usual with { Horizon = MostSteps, Builders = seats.Options };
        context.Log.Information("Session {Number} of {Sessions}: plays", number + 1, _journal.Order.Sessions);
        var played = new HeadlessSession(seats, options, _clock).Play(Goals().Take(number), number, () => _journal.File!, cancellation);
        _journal = _journal with { Played = [.. _journal.Played, played] };
    }

    private async Task LearnAsync(CancellationToken cancellation)
    {
        context.Log.Information("Session {Number}: learns", _journal.Played.Count);
        var outcome = await BesideAsync(new BackgroundWork("learning", ["train", "personal", "--players", "scripted", "--steps", $"{Steps}", "--practice", $"{Practice}"], context.Home), cancellation);
        var learning = outcome.Output is { } told ? JsonSerializer.Deserialize(told, PersonalJsonForms.Default.PersonalReport) : null;
        _journal = _journal with { Lessons = [.. _journal.Lessons, new LessonReport(_journal.Played.Count, learning)] };
    }

    private async Task ShareAsync(CancellationToken cancellation)
    {
        var folder = SwarmFolder.Of(context.Home);
        await new SoloSwarm(context, Training, Patience).PrepareAsync(cancellation);
        var (self, session) = (new IdentityFile(context.Home.Identity).Read().Peer, _journal.Played.Count);
        var records = SignedRecords.In(folder, self);
        if (_journal.Awaited?.Session != session)
        {
            Keep(_journal with { Awaited = new AwaitedRound(session, records.Rounds() is [.., var last] ? last + 1 : 1) });
        }

        var round = _journal.Awaited!.Round;
        if (records.Read(round) is null)
        {
            context.Log.Information("Session {Number}: shares, in round {Round}", session, round);
            await BesideAsync(new BackgroundWork("the round", ["node", "run", "--rounds", "1", "--data", context.Home.Episodes], context.Home), cancellation);
        }

        if (records.Read(round) is { } closed)
        {
            _journal = _journal with { Rounds = [.. _journal.Rounds, LoopRound.Of(session, closed.Record, self)] };
        }
    }

    private async Task PostAsync(CancellationToken cancellation)
    {
        try
        {
            using var outbox = new Outbox(ChainFolder.Of(context.Home).Outbox);
            new Collector(context).Collect(outbox);
            Note(await Delivering.UnaskedAsync(context, outbox, cancellation));
        }
        catch (Exception error) when (Failure.IsForeseen(error))
        {
            Note($"contributions wait: {Failure.Of(error).Line}");
        }
    }

    private async Task<WorkOutcome> BesideAsync(BackgroundWork work, CancellationToken cancellation)
    {
        var outcome = await supervisor.DoAsync(work, cancellation);
        Note(outcome.Trouble is { } trouble ? $"{work.Name}: {trouble}" : null);
        _journal = _journal with { ProcessorSeconds = _journal.ProcessorSeconds + outcome.Processor.TotalSeconds, Memory = Math.Max(_journal.Memory, outcome.Memory) };
        return outcome;
    }

    private async Task<LoopReport> ReportAsync(CancellationToken cancellation) =>
        new(_journal.Played, _journal.Lessons, _journal.Rounds, await ChainView.OfAsync(context, cancellation), Film(cancellation), context.Home.Path)
        {
            Troubles = _journal.Troubles,
            Seconds = _journal.Seconds,
            ProcessorSeconds = _journal.ProcessorSeconds,
            Memory = _journal.Memory,
        };

    private string? Film(CancellationToken cancellation)
    {
        var order = new RenderOrder(Path.Combine(context.Home.Path, "last.gif")) { Size = (320, 180), FramesASecond = 10, Ghosts = true };
        try
        {
            return new Rendering(context, EpisodeInput.Open(_journal.Played[^1].File), order).Run(cancellation).File;
        }
        catch (Exception error) when (error is PlatformException || Failure.IsForeseen(error))
        {
            Note($"no film: {error.Message}");
            return null;
        }
    }

    private GoalShelf Goals() => GoalShelf.Open(Usual, _journal.Order.Goals, _journal.Order.Seed);

    private void Note(string? trouble)
    {
        if (trouble is not null)
        {
            context.Log.Warning("{Trouble}", trouble);
            _journal = _journal with { Troubles = [.. _journal.Troubles.TakeLast(MostTroubles - 1), trouble] };
        }
    }

    private void Keep(LoopJournal journal)
    {
        _journal = journal;
        journal.Keep(JournalFile);
    }
}
