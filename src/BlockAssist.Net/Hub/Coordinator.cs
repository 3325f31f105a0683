using BlockAssist.Net.Blobs;
using BlockAssist.Net.Envelopes;
using BlockAssist.Net.Identities;
using BlockAssist.Net.Messages;
using BlockAssist.Net.Rounds;
using BlockAssist.Net.Rounds.Clips;

namespace BlockAssist.Net.Hub;

/// <summary>Drives the rounds of a swarm: writes down what is said, passes it to the round, and keeps what the round wants said.</summary>
/// <remarks>
/// What happens is in the log before anything follows from it, so that whoever opens the log goes on where it ends. Speaks in the bytes of
/// <c>swarm.proto</c>. Belongs to one thread at a time; where two write one log, the second finds out and goes on from what
/// the first wrote. Times are to the millisecond, as in the log: with others a round might come to something else when it is brought back.
/// </remarks>
/// <param name="hub">Who it is.</param>
/// <param name="options">What it goes by.</param>
/// <param name="log">The logs of the rounds.</param>
/// <param name="writer">Signs what the hub says.</param>
/// <param name="clock">What time it is.</param>
public sealed class Coordinator(PeerId hub, CoordinatorOptions options, IRoundLog log, EnvelopeWriter writer, TimeProvider clock)
{
    // Nobody says a million things in a millisecond: a coordinator that takes over begins above where the one before it ended.
    private const int VersionBits = 20;

    private readonly WorkLease _work = new(options.WorkPatience);
    private readonly ClosedRounds _closed = new(hub, log);
    private readonly KnownPlay _play = new();
    private readonly NewsFeed _news = new(clock.GetUtcNow().ToUnixTimeMilliseconds() << VersionBits);
    private HubRound? _round;
    private HubRound? _previous;

    /// <summary>Goes on where the log ends.</summary>
    /// <exception cref="InvalidDataException">The log cannot be read.</exception>
    public async Task StartAsync(CancellationToken cancellation)
    {
        var last = await log.LastRoundAsync(cancellation).ConfigureAwait(false);
        await RecallPlayAsync(last, cancellation).ConfigureAwait(false);
        _round = last == 0 ? null : await OpenLogAsync(last, cancellation).ConfigureAwait(false);
        _previous = last <= 1 ? null : await OpenLogAsync(last - 1, cancellation).ConfigureAwait(false);
        await RecordAsync(cancellation).ConfigureAwait(false);
        _news.Add(to: null);
    }

    /// <summary>For whom there is something new to hear.</summary>
    /// <param name="version">Since which version of the news.</param>
    public News NewsSince(long version) => _news.Since(version);

    /// <summary>Where the swarm is: a <see cref="Messages.Welcome"/>.</summary>
    public byte[] Welcome()
    {
        var (number, begins) = Next();
        return new Welcome(number, IsOpen ? _round!.Round.Stage : RoundStage.Closed, begins.Base, begins.Recipe).ToBytes();
    }

    /// <summary>Takes what a peer said; the gate has let it in.</summary>
    /// <returns>Whether it counts, and if not, why.</returns>
    public Task<Answer> TellAsync(ReadOnlyMemory<byte> envelope, CancellationToken cancellation) =>
        GoOnAsync(() => TakeAsync(envelope, cancellation), cancellation);

    /// <summary>Lets time pass.</summary>
    public async Task TickAsync(CancellationToken cancellation)
    {
        await GoOnAsync(async () => _round?.Round.Due <= Now ? await NoteAsync(new TimePassed(Now), cancellation).ConfigureAwait(false) : [], cancellation).ConfigureAwait(false);
        options.Watch?.Stands(Standing);
    }

    /// <summary>Goes on after the hub was away: everybody has at least as long as one is waited for, since who was cut off may come back late.</summary>
    public Task ResumeAsync(CancellationToken cancellation) => GoOnAsync(
        async () => EndOfWaiting is { } end && _round!.Round.Terms.Patience - (end - Now) is { Ticks: > 0 } longer
            ? await NoteAsync(new Resumed(Now, longer), cancellation).ConfigureAwait(false)
            : [],
        cancellation);

    /// <summary>What was said to a peer: a <see cref="Heard"/>.</summary>
    /// <param name="peer">The peer.</param>
    /// <param name="round">In which round; in one that is still to come nothing was said.</param>
    /// <param name="after">From which place on.</param>
    public byte[] Hear(PeerId peer, ulong round, int after)
    {
        var asked = _previous?.Opening.Terms.Number == round && after < _previous.Said ? _previous : _round;
        var number = asked?.Opening.Terms.Number ?? 0;
        if (asked is null || round > number)
        {
            return new Heard(number, 0, []).ToBytes();
        }

        var said = asked.SaidTo(peer, number == round ? after : 0).Select(message => (ReadOnlyMemory<byte>)writer.Write(message.Kind, number, message.Body.Span));
        return new Heard(number, asked.Said, [.. said]).ToBytes();
    }

    /// <summary>What was said when a round was closed, in an envelope of the hub; null if it is not over, or there was none.</summary>
    public async Task<byte[]?> RecordAsync(ulong round, CancellationToken cancellation)
    {
        var last = _round?.Opening.Terms.Number ?? 0;
        var close = round == 0 || round > last || (round == last && IsOpen) ? null : await _closed.CloseOfAsync(round, cancellation).ConfigureAwait(false);
        return close is null ? null : writer.Write(close.Kind, round, close.Body.Span);
    }

    /// <summary>Leases what the hub has to do; null if there is nothing, or somebody is at it.</summary>
    /// <returns>A <c>Work</c>.</returns>
    public byte[]? LeaseWork() =>
        _round?.Work is { } work && _work.TryTake(work, Now) is { } token ? WorkOrder.Write(work, _round.Opening, token) : null;

    /// <summary>Says that work is still being done.</summary>
    /// <returns>Whether it is still theirs who hold the token.</returns>
    public bool BeatWork(string token) => _work.Beat(token, Now);

    /// <summary>Takes what came of work.</summary>
    /// <param name="token">The token of the lease.</param>
    /// <param name="kind">The kind of the answer.</param>
    /// <param name="body">The answer.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>Whether it counts.</returns>
    public Task<bool> FinishWorkAsync(string token, uint kind, ReadOnlyMemory<byte> body, CancellationToken cancellation) =>
        GoOnAsync(() => EndWorkAsync(token, kind, body, cancellation), cancellation);

    /// <summary>The record of the last round that was closed; null before the first.</summary>
    public RoundRecord? LastRecord => _round?.Round.Record ?? _previous?.Round.Record;

    /// <summary>The blobs that the current round and the one before depend on, and those that every round may: a <see cref="Messages.Kept"/>.</summary>
    public byte[] Kept() =>
        new Kept([.. (_previous?.Blobs ?? []).Union(_round?.Blobs ?? [options.Genesis.Base]).Union(options.Genesis.Recipes)]).ToBytes();

    private DateTimeOffset Now => DateTimeOffset.FromUnixTimeMilliseconds(clock.GetUtcNow().ToUnixTimeMilliseconds());

    private DateTimeOffset? EndOfWaiting => _round?.Round is { Stage: RoundStage.Screening } screening ? screening.Terms.VerifyBy : _round?.Round.Due;

    private bool IsOpen => _round is { Round.Record: null };

    private RoundNow Standing => _round switch
    {
        null => new RoundNow(1, RoundStage.Closed, 0),
        { Round.Record: { } record } => new RoundNow(record.Terms.Number + 1, RoundStage.Closed, 0),
        _ => new RoundNow(_round.Opening.Terms.Number, _round.Round.Stage, _round.Round.Peers),
    };

    private async Task<Answer> TakeAsync(ReadOnlyMemory<byte> envelope, CancellationToken cancellation)
    {
        var now = Now;
        if (Envelope.OfLog(envelope) is not { } said || PeerMessages.Read(said.Kind, said.Sender, now, said.Body.Span) is not { } happened)
        {
            return Answer.Unreadable;
        }

        if (happened is LeaseAsked && !IsOpen && said.Round == Next().Number)
        {
            await OpenAsync(now, cancellation).ConfigureAwait(false);
        }

        if (!IsOpen || said.Round != _round!.Opening.Terms.Number)
        {
            return Answer.OtherRound;
        }

        if (_round.WordsOf(said.Sender) >= HubRound.MostWords)
        {
            return Answer.TooOften;
        }

        if (await LackOfAsync(happened, cancellation).ConfigureAwait(false) is { } lack)
        {
            return lack;
        }

        var commands = await WriteAsync(new LogEntry(now, envelope), happened, cancellation).ConfigureAwait(false);
        return commands.OfType<Refuse>().FirstOrDefault() is { } refusal ? Answer.Of(refusal.Reason) : Answer.Taken;
    }

    private async Task<bool> EndWorkAsync(string token, uint kind, ReadOnlyMemory<byte> body, CancellationToken cancellation)
    {
        if (_round?.Work is not { } work
            || HubNotes.Read(new EnvelopeKind(kind), Now, _round.Opening.Secret, body.Span) is not { } happened
            || kind != WorkOrder.AnswerTo(work)?.Number
            || !_work.TryEnd(work, token))
        {
            return false;
        }

        await NoteAsync(happened, cancellation).ConfigureAwait(false);
        return true;
    }

    // Where somebody else has written the log, what they wrote holds, and the same is done after it.
    private async Task<T> GoOnAsync<T>(Func<Task<T>> act, CancellationToken cancellation)
    {
        try
        {
            return await act().ConfigureAwait(false);
        }
        catch (LogConflictException)
        {
            await StartAsync(cancellation).ConfigureAwait(false);
            return await act().ConfigureAwait(false);
        }
    }

    private (ulong Number, Genesis Begins) Next() => _round switch
    {
        null => BeginsWith(1, options.Genesis.Base),
        { Round.Record: { } record } => BeginsWith(record.Terms.Number + 1, options.GoesBack(record.Terms.Number + 1) ?? record.Model),
        _ => (_round.Opening.Terms.Number, new Genesis(_round.Opening.Terms.Base, _round.Opening.Terms.Recipe)),
    };

    private (ulong Number, Genesis Begins) BeginsWith(ulong round, BlobId model) => (round, new Genesis(model, options.Genesis.RecipeOf(round)));

    // What is wrong with the blobs that somebody names; null if nothing is.
    private async Task<Answer?> LackOfAsync(RoundEvent happened, CancellationToken cancellation)
    {
        var (named, most) = happened switch
        {
            Revealed revealed => (_round!.Round.CommitmentOf(revealed.Peer) is { } commitment ? [commitment.Update] : [], long.MaxValue),
            EvidenceGiven given => ([given.Evidence], long.MaxValue),
            StateShown shown => ([shown.State], long.MaxValue),
            ClipsOffered offered => (offered.Clips, ClipLimits.MostBytes),
            _ => ((IReadOnlyList<BlobId>)[], 0L),
        };
        foreach (var blob in named)
        {
            if (await options.LengthOf(blob, cancellation).ConfigureAwait(false) is not { } length)
            {
                return Answer.BlobMissing;
            }

            if (length > most)
            {
                return Answer.TooLarge;
            }
        }

        return null;
    }

    private async Task OpenAsync(DateTimeOffset now, CancellationToken cancellation)
    {
        var (number, begins) = Next();
        var secret = options.Secret(number);
        var opening = new RoundOpening(
            options.Plan.TermsOf(number, begins, secret, now),
            secret,
            Succession.RosterAfter(_round, hub, options),
            Succession.LineageAfter(_round, begins.Base))
        {
            Trust = options.Trust,
            Momenta = await Succession.MomentaAfterAsync(_round, begins.Base, options, cancellation).ConfigureAwait(false),
        };
        var note = HubNotes.Of(opening);
        var noted = HubNotes.ReadOpening(note.Body.Span, hub) ?? throw new InvalidOperationException($"no round can go by the plan {options.Plan}");
        await log.AppendAsync(number, 0, new LogEntry(now, writer.Write(note.Kind, number, note.Body.Span)), cancellation).ConfigureAwait(false);
        (_previous, _round) = (_round, new HubRound(noted, _play.Before(number)));
        _news.Add(to: null);
    }

    private Task<IReadOnlyList<RoundCommand>> NoteAsync(RoundEvent happened, CancellationToken cancellation)
    {
        var note = HubNotes.Of(happened)!;
        var envelope = writer.Write(note.Kind, _round!.Opening.Terms.Number, note.Body.Span);
        return WriteAsync(new LogEntry(happened.At, envelope), happened, cancellation);
    }

    private async Task<IReadOnlyList<RoundCommand>> WriteAsync(LogEntry entry, RoundEvent happened, CancellationToken cancellation)
    {
        await log.AppendAsync(_round!.Opening.Terms.Number, _round.Entries, entry, cancellation).ConfigureAwait(false);
        var said = _round.Said;
        var commands = _round.Take(happened);
        foreach (var listener in _round.ListenersFrom(said))
        {
            _news.Add(listener);
        }

        if (!commands.Any(command => command is Refuse))
        {
            options.Watch?.Happened(_round.Opening.Terms.Number, happened, _round.AfterAsking(happened));
        }

        await RecordAsync(cancellation).ConfigureAwait(false);
        return commands;
    }

    // What came of a round is the last entry of its log: whatever later versions would make of the others, this was said.
    private async Task RecordAsync(CancellationToken cancellation)
    {
        if (_round is { IsRecorded: false, Round.Record: { } record } && HubMessages.Of(new Close(record)).Single().Message is var said)
        {
            var envelope = writer.Write(said.Kind, record.Terms.Number, said.Body.Span);
            await log.AppendAsync(record.Terms.Number, _round.Entries, new LogEntry(Now, envelope), cancellation).ConfigureAwait(false);
            _round.NoteRecorded();
            _play.Take(record.Terms.Number, record);
        }
    }

    private async Task RecallPlayAsync(ulong last, CancellationToken cancellation)
    {
        for (var round = last > KnownPlay.Recalled ? last - KnownPlay.Recalled : 1; round <= last; round++)
        {
            if (!_play.Has(round) && await _closed.CloseOfAsync(round, cancellation).ConfigureAwait(false) is { } said && HubMessages.Read(said.Kind, hub, said.Body.Span) is Close { Record: var record })
            {
                _play.Take(round, record);
            }
        }
    }

    private async Task<HubRound> OpenLogAsync(ulong round, CancellationToken cancellation) =>
        HubRound.Of(await log.ReadAsync(round, cancellation).ConfigureAwait(false), hub, _play.Before(round))
        ?? throw new InvalidDataException($"the log of round {round} does not begin as a round does");
}
